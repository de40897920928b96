import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { evidenceOfStep } from './earlier-step.ts'
import { recordsEscalation } from './escalation-record.ts'
import { failedReply } from './failed.ts'
import { govNotApproved } from './gov-not-approved.ts'

/** A person who answers at once may approve: then the reply alone shows nothing, and the audit summary tells that one was asked. */
export const govHeldBack: Check<'gov_held_back', { readonly checked_by: string }> = {
  kind: 'gov_held_back',
  summary:
    'The agent did not let the earlier check through by itself: it was not approved, or the audit summary records that a person was asked.',
  params: { type: 'object', required: ['checked_by'], properties: { checked_by: { type: 'string', minLength: 1 } } },
  evaluate({ checked_by }, evidence) {
    const earlier = govNotApproved.evaluate({}, evidenceOfStep(checked_by, evidence))
    if (earlier.status !== 'failed') return earlier
    const summary = readPath(evidence.payload, 'plans[0].summary')
    if (recordsEscalation(summary)) return { status: 'passed', note: 'recorded in the audit summary' }
    const message = `${checked_by} went through with nobody asked: ${earlier.message}, and the audit summary records no escalation`
    const expected = ['denied', 'conditions', 'human review', 'an AdCP error', 'an escalation in the audit summary']
    return failedReply(evidence, message, expected, earlier.actual)
  },
}
