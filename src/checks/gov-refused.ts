import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { readDecision } from './decision.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** For demands that may be met on either layer: a denial with its reason, or an error of the right code. */
export const govRefused: Check<'gov_refused', { readonly codes?: readonly string[] }> = {
  kind: 'gov_refused',
  summary: 'The action is refused: denied with a finding, or an error with one of the codes.',
  params: { type: 'object', properties: { codes: { type: 'array', minItems: 1, items: { type: 'string' } } } },
  evaluate({ codes = ['PERMISSION_DENIED'] }, evidence) {
    const { reply } = evidence
    const code = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
    if (code !== undefined && codes.includes(code)) return { status: 'passed' }
    const decision = readDecision(evidence)
    const findings = readPath(evidence.payload, 'findings')
    if (decision === 'denied' && Array.isArray(findings) && findings.length > 0) return { status: 'passed' }
    const expected = ['denied with a finding', ...codes]
    const what = decision
      ? `the decision is "${decision}"${decision === 'denied' ? ' without a finding' : ''}`
      : `the agent answered ${replyInWords(reply)}`
    return failedReply(evidence, `the action must be refused; ${what}`, expected, decision ?? code ?? null)
  },
}
