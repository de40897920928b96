import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { recordsEscalation } from './escalation-record.ts'
import { failedReply } from './failed.ts'

/**
 * Human review shows in two places: the check itself goes async, or the audit summary records that a human was asked.
 * Either is enough: an agent whose reviewer answers at once never goes async, and summary counts are optional.
 */
export const govEscalated: Check<'gov_escalated', { readonly checked_by: string }> = {
  kind: 'gov_escalated',
  summary:
    'The earlier check went to human review: it turned asynchronous, or the audit summary records the escalation.',
  params: { type: 'object', required: ['checked_by'], properties: { checked_by: { type: 'string', minLength: 1 } } },
  evaluate({ checked_by }, evidence) {
    const earlier = evidence.earlier(checked_by)
    if (earlier?.reply.kind === 'task' && earlier.reply.interim)
      return { status: 'passed', note: `${checked_by} is "${earlier.reply.interim}"` }
    const summary = readPath(evidence.payload, 'plans[0].summary')
    if (recordsEscalation(summary)) return { status: 'passed', note: 'recorded in the audit summary' }
    if (!earlier) throw new AuthoringDefect(`the step ${checked_by} was not sent, so nothing could be escalated`)
    return notEscalated(checked_by, evidence, summary)
  },
}

function notEscalated(step: string, evidence: Evidence, summary: Json | undefined) {
  const reply = evidence.earlier(step)?.reply
  const decided = reply?.kind === 'task' ? reply.payload?.[evidence.adcp.decisionField] : undefined
  const message = `no human was asked: ${step} was answered at once${typeof decided === 'string' ? ` with "${decided}"` : ''}, and the audit summary records no escalation`
  const actual = isJsonObject(summary) ? summary : null
  return {
    ...failedReply(
      evidence,
      message,
      'an asynchronous check, or summary.escalations, or summary.statuses.human_reviewed',
      actual,
    ),
    pointer: evidence.payload ? '/plans/0/summary' : null,
  }
}
