import type { Check, Evidence } from '../model/check.ts'
import { readDecision } from './decision.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** For text that says no more than "not approved": denial, conditions, human review and a reasoned error all obey. */
export const govNotApproved: Check<'gov_not_approved', object> = {
  kind: 'gov_not_approved',
  summary: 'The action is not approved: denied, conditions, gone to human review, or refused with an AdCP error.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    const decision = readDecision(evidence)
    if (decision === 'denied' || decision === 'conditions') return { status: 'passed' }
    if (decision === undefined && isReasoned(evidence)) return { status: 'passed' }
    const what = decision ? `the decision is "${decision}"` : `the agent answered ${replyInWords(evidence.reply)}`
    return failedReply(
      evidence,
      `the action must not be approved; ${what}`,
      ['denied', 'conditions', 'human review', 'an AdCP error'],
      decision ?? null,
    )
  },
}

const failuresOfTheAgent = [
  'SERVICE_UNAVAILABLE',
  'GOVERNANCE_UNAVAILABLE',
  'RATE_LIMITED',
  'AUTH_REQUIRED',
  'UNSUPPORTED_FEATURE',
  'INTERNAL_ERROR',
]

function isReasoned({ reply }: Evidence): boolean {
  if (reply.kind !== 'task' && reply.kind !== 'rpc_error') return false
  if (reply.kind === 'task' && reply.interim) return true
  return reply.error?.code !== undefined && !failuresOfTheAgent.includes(reply.error.code)
}
