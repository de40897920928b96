import type { Check } from '../model/check.ts'
import type { AdcpError, Reply } from '../model/exchange.ts'
import { evidenceOfStep } from './earlier-step.ts'
import { failedReply } from './failed.ts'

export const govSameRefusal: Check<'gov_same_refusal', { readonly as: string }> = {
  kind: 'gov_same_refusal',
  summary:
    'The refusal says what that of an earlier step says: the same code, field and words; ids, numbers and times may differ.',
  params: { type: 'object', required: ['as'], properties: { as: { type: 'string', minLength: 1 } } },
  evaluate({ as }, evidence) {
    const [mine, other] = [evidence, evidenceOfStep(as, evidence)].map(({ reply }) => errorOf(reply))
    if (mine === undefined) return { status: 'not_applicable', note: 'this request was not refused' }
    if (other === undefined) return { status: 'not_applicable', note: `the request of the step ${as} was not refused` }
    const [said, before] = [told(mine), told(other)]
    if (said === before) return { status: 'passed' }
    return failedReply(evidence, 'the two refusals differ, so they tell what was wrong', before, said)
  },
}

function errorOf(reply: Reply): AdcpError | undefined {
  return reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
}

/** What a refusal says, without words that are different each time anyway: ids, numbers, times. */
function told({ code, field, message = '' }: AdcpError): string {
  const words = message.split(/\s+/).map((word) => (/\d/.test(word) ? '#' : word))
  return [code ?? 'no code', field ?? 'no field', words.join(' ')].join(' | ')
}
