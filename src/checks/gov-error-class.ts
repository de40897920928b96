import type { Check, Evidence } from '../model/check.ts'
import type { AdcpError, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { type ErrorClass, errorClasses } from './error-classes.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

interface Params {
  readonly class: ErrorClass
  readonly field?: string
}

const rpcInvalidParams = -32602

export const govErrorClass: Check<'gov_error_class', Params> = {
  kind: 'gov_error_class',
  summary: 'The reply is an error of this class: not an internal failure, an HTML page or silence.',
  params: {
    type: 'object',
    required: ['class'],
    properties: { class: { enum: Object.keys(errorClasses) }, field: { type: 'string', minLength: 1 } },
  } as JsonObject,
  evaluate(params, evidence) {
    const codes: readonly string[] = errorClasses[params.class]
    const error = errorOf(evidence.reply)
    if (!isOfClass(params.class, codes, evidence.reply)) {
      return failedReply(
        evidence,
        `expected an error of the class ${params.class}; the agent answered ${replyInWords(evidence.reply)}`,
        codes,
        error?.code ?? null,
      )
    }
    if (params.field === undefined || names(error?.field, params.field)) return { status: 'passed' }
    return fieldProblem(evidence, error, params.field)
  },
}

function isOfClass(wanted: ErrorClass, codes: readonly string[], reply: Reply): boolean {
  const code = errorOf(reply)?.code
  if (code !== undefined) return codes.includes(code)
  if (wanted === 'permission') return reply.kind === 'http_error' && (reply.status === 401 || reply.status === 403)
  return wanted === 'validation' && refusesArguments(reply)
}

/** The binding's own words for "these arguments are not valid", from a server that checks them before AdCP code runs. */
function refusesArguments(reply: Reply): boolean {
  if (reply.kind === 'rpc_error') return reply.code === rpcInvalidParams
  if (reply.kind === 'http_error') return reply.status === 400 || reply.status === 422
  const words = (reply.kind === 'task' && reply.error?.message) || ''
  return /-32602|validation|invalid|required/i.test(words) && !otherReasons.test(words)
}

/** "Authentication required" and "Internal error: invalid memory" say nothing of the arguments. */
const otherReasons = /authenti|authori[sz]|credential|permission|forbidden|internal (server )?error/i

function errorOf(reply: Reply): AdcpError | undefined {
  return reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
}

function names(field: string | undefined, segment: string): boolean {
  return field?.split(/[./[\]]+/).includes(segment) ?? false
}

function fieldProblem(evidence: Evidence, error: AdcpError | undefined, field: string) {
  const pointer = error?.pointer === undefined ? null : `${error.pointer}/field`
  return {
    ...failedReply(evidence, `the error does not name "${field}" in its field`, field, error?.field ?? null),
    pointer,
  }
}
