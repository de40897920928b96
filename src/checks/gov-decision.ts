import type { Check, Evidence } from '../model/check.ts'
import { type Decision, decisions, readDecision } from './decision.ts'
import { type ExpectedValues, expectedOf, isExpected } from './expected-values.ts'
import { failedAt } from './failed.ts'
import { replyInWords } from './reply-words.ts'

export const govDecision: Check<'gov_decision', ExpectedValues> = {
  kind: 'gov_decision',
  summary: 'The governance decision (status at 3.0, verdict from 3.1) is the one given, or one of those allowed.',
  params: {
    type: 'object',
    properties: {
      value: { enum: [...decisions] },
      allowed_values: { type: 'array', minItems: 1, items: { enum: [...decisions] } },
    },
    anyOf: [{ required: ['value'] }, { required: ['allowed_values'] }],
  },
  evaluate(params, evidence) {
    const decision = isInterim(evidence) ? undefined : readDecision(evidence)
    if (isExpected(params, decision)) return { status: 'passed' }
    const field = evidence.adcp.decisionField
    return failedAt(field, evidence, problem(decision, evidence), expectedOf(params), evidence.payload?.[field])
  },
}

/** The response schema does not apply to a task in progress, so a decision in it would go ungraded. */
function isInterim({ reply }: Evidence): boolean {
  return reply.kind === 'task' && reply.interim !== undefined
}

function problem(decision: Decision | undefined, evidence: Evidence): string {
  if (decision) return `the decision is "${decision}"`
  if (isInterim(evidence)) return `there is no decision yet: the agent answered ${replyInWords(evidence.reply)}`
  const field = evidence.adcp.decisionField
  const found = evidence.payload?.[field]
  if (found === undefined) return `there is no decision in "${field}"`
  return `"${field}" holds ${JSON.stringify(found)}, which is not a governance decision`
}
