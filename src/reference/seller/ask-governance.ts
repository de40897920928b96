import type { JsonObject } from '../../model/json.ts'
import { objectsIn, textAt } from '../governance-agent/payload.ts'
import type { GovernanceQuestion } from './governance-question.ts'
import { type GovernanceReply, OutOfReach } from './outbound.ts'
import { SellerRefusal } from './refusal.ts'
import type { GovernanceAgentEntry } from './state.ts'
import type { SellerWorkings } from './workings.ts'

/** What one or all governance agents of an account decided. */
export type GovernanceDecision =
  | { readonly kind: 'approved'; readonly nextCheck: string | undefined }
  | { readonly kind: 'denied'; readonly findings: readonly JsonObject[]; readonly explanation: string }
  | { readonly kind: 'conditions'; readonly conditions: readonly JsonObject[]; readonly explanation: string }
  /** Nobody to be reached, or nothing that is a decision. */
  | { readonly kind: 'unavailable' }

/** Everything is asked of every agent of the account; whatever is not an approval stands for all. */
export async function askGovernance(question: GovernanceQuestion, work: SellerWorkings): Promise<GovernanceDecision> {
  const agents = work.parts.agentsToAsk(work.state.governance.get(question.account.id) ?? [])
  let last: GovernanceDecision = { kind: 'unavailable' }
  for (const agent of agents) {
    last = work.parts.decisionIn(await askOne(agent, question, work))
    if (last.kind !== 'approved') return last
  }
  return last
}

async function askOne(
  agent: GovernanceAgentEntry,
  question: GovernanceQuestion,
  work: SellerWorkings,
): Promise<GovernanceReply | undefined> {
  const args = work.parts.checkArguments(question, work.url)
  for (let tries = work.parts.attempts; tries > 0; tries -= 1) {
    try {
      return await work.outbound.check(agent, args)
    } catch (error) {
      if (!(error instanceof OutOfReach)) throw error
    }
  }
  return undefined
}

/** What a reply decides; the field has had two names. An error of the agent decides nothing. */
export function decisionIn(reply: GovernanceReply | undefined): GovernanceDecision {
  if (reply === undefined || reply.isError) return { kind: 'unavailable' }
  const { payload } = reply
  const explanation = textAt(payload.explanation) ?? ''
  switch (payload.verdict ?? payload.status) {
    case 'approved':
      return { kind: 'approved', nextCheck: textAt(payload.next_check) }
    case 'denied':
      return { kind: 'denied', findings: objectsIn(payload.findings), explanation }
    case 'conditions':
      return { kind: 'conditions', conditions: objectsIn(payload.conditions), explanation }
    default:
      return { kind: 'unavailable' }
  }
}

/** The error that a decision other than an approval is answered with. */
export function refusalFor(decision: Exclude<GovernanceDecision, { kind: 'approved' }>): SellerRefusal {
  switch (decision.kind) {
    case 'denied':
      return new SellerRefusal(
        'GOVERNANCE_DENIED',
        `The governance agent denied this. ${decision.explanation}`.trim(),
        {
          details: { findings: decision.findings },
        },
      )
    case 'conditions':
      return new SellerRefusal(
        'GOVERNANCE_DENIED',
        `The governance agent sets conditions that cannot be met here. ${decision.explanation}`.trim(),
        { details: { conditions: decision.conditions } },
      )
    case 'unavailable':
      return new SellerRefusal('GOVERNANCE_UNAVAILABLE', 'No decision can be had from the governance agent.', {
        recovery: 'transient',
      })
  }
}
