import type { Check } from '../model/check.ts'
import type { Reply } from '../model/exchange.ts'
import { type ExpectedValues, expectedOf, expectedValuesSchema, isExpected } from './expected-values.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** Reads the code from wherever the transport binding puts it; a `code` inside a successful payload is not an error code. */
export const errorCode: Check<'error_code', ExpectedValues> = {
  kind: 'error_code',
  summary: 'The reply is an AdCP error with this code, or one of the allowed codes, or any code when none is given.',
  params: { type: 'object', properties: expectedValuesSchema },
  evaluate(params, evidence) {
    const code = codeOf(evidence.reply)
    const anyCode = params.value === undefined && params.allowed_values === undefined
    const expected = anyCode ? 'any AdCP error code' : expectedOf(params)
    if (code !== undefined && (anyCode || isExpected(params, code))) return { status: 'passed' }
    const message =
      code === undefined
        ? `expected an AdCP error; the agent answered ${replyInWords(evidence.reply)}`
        : 'the error code is another one'
    return { ...failedReply(evidence, message, expected, code ?? null), pointer: pointerOf(evidence.reply) }
  },
}

function codeOf(reply: Reply): string | undefined {
  return reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
}

function pointerOf(reply: Reply): string | null {
  if (reply.kind !== 'task' || !reply.payload) return null
  return reply.error?.pointer !== undefined ? `${reply.error.pointer}/code` : ''
}
