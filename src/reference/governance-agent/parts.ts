import type { JsonObject } from '../../model/json.ts'
import { planHash } from '../../token/plan-hash.ts'
import { signToken, tokenHeader } from '../../token/sign.ts'
import { isApprovedSeller, speaksFor, visiblePlan } from './access.ts'
import { auditedActions } from './audit-actions.ts'
import { auditEntries } from './audit-entries.ts'
import { auditSummary } from './audit-summary.ts'
import { capabilities } from './capabilities.ts'
import { kindOf } from './check-kind.ts'
import { checkReply } from './check-reply.ts'
import { tokenClaims } from './claims.ts'
import { decide } from './decide.ts'
import { echo } from './echo.ts'
import { auditBudget, wantsEntries } from './get-plan-audit-logs.ts'
import { reviewReason } from './human-review.ts'
import { recall } from './idempotency.ts'
import { commit } from './ledger.ts'
import { committedAmount } from './outcome-commitment.ts'
import { outcomeFindings } from './outcome-findings.ts'
import { publishedKeys } from './published-keys.ts'
import { purchaseTypeOf } from './purchase-type.ts'
import { errorPayload } from './refusal.ts'
import { refusePlan } from './refuse-plan.ts'
import { outcomeReply, planSummary, reportedCheck } from './report-plan-outcome.ts'
import { requestProblem } from './request-problem.ts'
import { revocationList } from './revocations.ts'
import { type RuleSet, rules } from './rules/index.ts'
import type { AgentState, CheckRecord, Commitment, StoredPlan } from './state.ts'
import { nextVersion, planReply } from './sync-plans.ts'

/** The functions that a fault may put another one in the place of. Without faults, the agent is made of these. */
export interface AgentParts {
  /** Milliseconds that go by before a task is begun. */
  readonly thinkingTime: (task: string) => number
  readonly requestProblem: typeof requestProblem
  readonly recall: typeof recall
  readonly echo: typeof echo
  readonly errorPayload: typeof errorPayload
  readonly capabilities: typeof capabilities
  readonly visiblePlan: typeof visiblePlan
  readonly speaksFor: typeof speaksFor
  readonly isApprovedSeller: typeof isApprovedSeller
  readonly refusePlan: typeof refusePlan
  readonly incomingPlans: (plans: readonly JsonObject[]) => readonly JsonObject[]
  readonly nextVersion: typeof nextVersion
  readonly planHash: typeof planHash
  readonly keepPlan: (state: AgentState, plan: StoredPlan) => void
  readonly planReply: typeof planReply
  readonly kindOf: typeof kindOf
  readonly purchaseTypeOf: typeof purchaseTypeOf
  readonly rules: RuleSet
  readonly reviewReason: typeof reviewReason
  readonly decide: typeof decide
  readonly commitmentsOfCheck: (check: CheckRecord) => readonly Commitment[]
  readonly tokenHeader: typeof tokenHeader
  readonly tokenClaims: typeof tokenClaims
  readonly signToken: typeof signToken
  readonly checkReply: typeof checkReply
  readonly reportedCheck: typeof reportedCheck
  readonly committedAmount: typeof committedAmount
  readonly commit: typeof commit
  readonly outcomeFindings: typeof outcomeFindings
  readonly planSummary: typeof planSummary
  readonly outcomeReply: typeof outcomeReply
  readonly auditVersion: (version: number) => number
  readonly auditBudget: typeof auditBudget
  readonly wantsEntries: typeof wantsEntries
  readonly auditSummary: typeof auditSummary
  readonly auditedActions: typeof auditedActions
  readonly auditEntries: typeof auditEntries
  readonly auditReply: (plans: readonly JsonObject[]) => JsonObject
  readonly revocationList: typeof revocationList
  readonly publishedKeys: typeof publishedKeys
}

export const conformantParts: AgentParts = {
  thinkingTime: () => 0,
  requestProblem,
  recall,
  echo,
  errorPayload,
  capabilities,
  visiblePlan,
  speaksFor,
  isApprovedSeller,
  refusePlan,
  incomingPlans: (plans) => plans,
  nextVersion,
  planHash,
  keepPlan: (state, plan) => void state.plans.set(plan.key, plan),
  planReply,
  kindOf,
  purchaseTypeOf,
  rules,
  reviewReason,
  decide,
  // A check commits nothing: only what sellers confirm does (specification, budget tracking).
  commitmentsOfCheck: () => [],
  tokenHeader,
  tokenClaims,
  signToken,
  checkReply,
  reportedCheck,
  committedAmount,
  commit,
  outcomeFindings,
  planSummary,
  outcomeReply,
  auditVersion: (version) => version,
  auditBudget,
  wantsEntries,
  auditSummary,
  auditedActions,
  auditEntries,
  auditReply: (plans) => ({ plans }),
  revocationList,
  publishedKeys,
}
