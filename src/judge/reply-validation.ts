import { replyInWords } from '../checks/reply-words.ts'
import type { Evidence, FailedOutcome, Outcome } from '../model/check.ts'
import type { Reply } from '../model/exchange.ts'
import type { ValidationResult } from '../model/verdict.ts'

/**
 * What every step asserts before its author asserts anything: the agent answered, and with the kind of answer that the step allows.
 * An internal failure (HTTP 5xx, a JSON-RPC internal error) is no answer to a negative step, and a text without a JSON
 * object is no result. A task in progress is not yet the result that is due: nothing can be said of it, except where the task may be
 * answered so and the author asks for nothing more (`alone`).
 */
export function replyValidation(evidence: Evidence, alone = false): ValidationResult {
  return {
    check: 'gov_reply',
    description: descriptions[evidence.expects],
    severity: 'required',
    requirements: [],
    outcome: outcomeOf(evidence, alone),
  }
}

const descriptions = {
  success: 'The agent answers the task with a result',
  error: 'The agent answers with an error, as this request deserves',
  any: 'The agent answers the task, with a result or an error',
} as const

function outcomeOf(evidence: Evidence, alone: boolean): Outcome {
  const { reply, expects } = evidence
  if (reply.kind === 'task' && reply.interim && !reply.error && expects === 'success')
    return alone && evidence.mayBeInterim
      ? taken(evidence)
      : { status: 'not_applicable', note: `the task is still "${reply.interim}", and there is no result yet` }
  return allowed(evidence) ? { status: 'passed' } : failed(evidence)
}

/** The agent took the task on; the reply says so as the schema of such replies demands. */
function taken(evidence: Evidence): Outcome {
  const [broken] = evidence.responseSchema?.validate(evidence.payload) ?? []
  if (!broken) return { status: 'passed' }
  const { instancePath: pointer, message } = broken
  const expected = evidence.responseSchema?.id ?? null
  return {
    status: 'failed',
    message: `the task was taken on in a reply that its schema refuses: ${message}`,
    pointer,
    expected,
    actual: null,
  }
}

const rpcInternalError = -32603

function allowed({ reply, expects }: Evidence): boolean {
  switch (reply.kind) {
    case 'task':
      return reply.error ? expects !== 'success' : expects !== 'error' && reply.payload !== undefined
    case 'rpc_error':
      return expects !== 'success' && (reply.error !== undefined || reply.code !== rpcInternalError)
    case 'http_error':
      return expects !== 'success' && reply.status < 500
    case 'http':
      return true
    case 'unreachable':
      return false
    default:
      return reply satisfies never
  }
}

function failed({ reply, expects, payload }: Evidence): FailedOutcome {
  const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
  const words = error?.code && error.message ? `${replyInWords(reply)}: ${error.message}` : replyInWords(reply)
  return {
    status: 'failed',
    message: `the agent answered ${words}`,
    pointer: payload ? (error?.pointer ?? '') : null,
    expected: expects === 'error' ? 'an error' : expects === 'success' ? 'a result' : 'an answer',
    actual: error?.code ?? actualOf(reply),
  }
}

function actualOf(reply: Reply): string | number {
  if (reply.kind === 'http_error') return reply.status
  return reply.kind === 'unreachable' ? reply.cause : replyInWords(reply)
}
