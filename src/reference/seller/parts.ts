import type { Json, JsonObject } from '../../model/json.ts'
import { echo } from '../governance-agent/echo.ts'
import { agentReply, ownAccount } from './accounts.ts'
import { rejectedRights } from './acquire-rights.ts'
import { decisionIn, type GovernanceDecision, refusalFor } from './ask-governance.ts'
import { authorityOf, type Clearance, clear, isGoverned, tokenRefusal, withoutToken } from './authorise.ts'
import { capabilities } from './capabilities.ts'
import { buyReply } from './create-media-buy.ts'
import { afterDelivery, reportDelivery } from './delivery.ts'
import { brandOf, findKey, freshKeys, issuerEntry } from './find-key.ts'
import { checkArguments } from './governance-question.ts'
import { recall } from './idempotency.ts'
import { adjusted, plannedDelivery } from './planned-delivery.ts'
import { errorPayload, type SellerRefusal } from './refusal.ts'
import { requestProblem } from './request-problem.ts'
import type { Authority, GovernanceAgentEntry, MediaBuy, SellerState } from './state.ts'
import { register } from './sync-governance.ts'
import { type HeaderStep, headerSteps, type TokenStep, tokenSteps } from './token-steps.ts'
import { needsApproval } from './update-media-buy.ts'
import { readContext, verifyToken } from './verify-token.ts'
import type { SellerWorkings } from './workings.ts'

/** The functions that a fault may put another one in the place of. Without faults, the seller is made of these. */
export interface SellerParts {
  readonly requestProblem: typeof requestProblem
  readonly recall: typeof recall
  readonly echo: typeof echo
  readonly errorPayload: typeof errorPayload
  /** Whether the transport says that a call failed that was answered with an error. */
  readonly flipsTransport: (refusal: SellerRefusal) => boolean
  readonly capabilities: typeof capabilities
  /** Tasks that it does not offer. */
  readonly withheld: readonly string[]
  readonly ownAccount: typeof ownAccount
  /** The account that a registration is for, when the caller may make it. */
  readonly accountToGovern: typeof ownAccount
  readonly register: typeof register
  /** The entry of one account in the reply of sync_governance. */
  readonly registrationReply: (entry: JsonObject) => JsonObject
  readonly agentReply: (agent: GovernanceAgentEntry) => JsonObject
  readonly isGoverned: typeof isGoverned
  readonly authorityOf: typeof authorityOf
  readonly withoutToken: (args: JsonObject) => Authority
  readonly tokenRefusal: typeof tokenRefusal
  readonly readToken: typeof readContext
  readonly verifyToken: typeof verifyToken
  readonly headerSteps: Readonly<Record<keyof typeof headerSteps, HeaderStep>>
  readonly tokenSteps: Readonly<Record<keyof typeof tokenSteps, TokenStep>>
  readonly issuerEntry: typeof issuerEntry
  readonly fetchDocument: (url: string, work: SellerWorkings) => Promise<Json>
  readonly brandOf: typeof brandOf
  readonly findKey: typeof findKey
  readonly freshKeys: typeof freshKeys
  readonly plannedDelivery: typeof plannedDelivery
  readonly agentsToAsk: (agents: readonly GovernanceAgentEntry[]) => readonly GovernanceAgentEntry[]
  readonly checkArguments: typeof checkArguments
  /** How often a governance agent is asked before it counts as out of reach. */
  readonly attempts: number
  readonly decisionIn: typeof decisionIn
  readonly adjusted: typeof adjusted
  readonly clear: typeof clear
  /** What to do about a decision that is no approval. */
  readonly onRefused: (decision: Exclude<GovernanceDecision, { kind: 'approved' }>, planned: JsonObject) => Clearance
  readonly needsApproval: typeof needsApproval
  /** What is done with a purchase before anybody has approved it: nothing. */
  readonly reserve: (state: SellerState, buy: MediaBuy) => void
  readonly keepBuy: (state: SellerState, buy: MediaBuy) => void
  readonly buyReply: typeof buyReply
  readonly rejectedRights: typeof rejectedRights
  readonly reportDelivery: typeof reportDelivery
  readonly afterDelivery: typeof afterDelivery
}

export const conformantSeller: SellerParts = {
  requestProblem,
  recall,
  echo,
  errorPayload,
  flipsTransport: () => true,
  capabilities,
  withheld: [],
  ownAccount,
  accountToGovern: ownAccount,
  register,
  registrationReply: (entry) => entry,
  agentReply,
  isGoverned,
  authorityOf,
  withoutToken,
  tokenRefusal,
  readToken: readContext,
  verifyToken,
  headerSteps,
  tokenSteps,
  issuerEntry,
  fetchDocument: (url, { outbound }) => outbound.document(url),
  brandOf,
  findKey,
  freshKeys,
  plannedDelivery,
  agentsToAsk: (agents) => agents,
  checkArguments,
  attempts: 2,
  decisionIn,
  adjusted,
  clear,
  onRefused(decision) {
    throw refusalFor(decision)
  },
  needsApproval,
  reserve: () => undefined,
  keepBuy: (state, buy) => void state.mediaBuys.set(buy.id, buy),
  buyReply,
  rejectedRights,
  reportDelivery,
  afterDelivery,
}
