import { replyInWords } from '../checks/reply-words.ts'
import type { Evidence, FailedOutcome } from '../model/check.ts'
import type { ValidationResult } from '../model/verdict.ts'

/**
 * What every step asserts before its author asserts anything: the agent answered, and with the kind of answer that the step allows.
 * An internal failure (HTTP 5xx) is no answer to a negative step.
 */
export function replyValidation(evidence: Evidence): ValidationResult {
  return {
    check: 'gov_reply',
    description: descriptions[evidence.expects],
    severity: 'required',
    requirements: [],
    outcome: allowed(evidence) ? { status: 'passed' } : failed(evidence),
  }
}

const descriptions = {
  success: 'The agent answers the task with a result',
  error: 'The agent answers with an error, as this request deserves',
  any: 'The agent answers the task, with a result or an error',
} as const

function allowed({ reply, expects }: Evidence): boolean {
  switch (reply.kind) {
    case 'task':
      return expects === 'any' || (expects === 'error') === (reply.error !== undefined)
    case 'rpc_error':
      return expects !== 'success'
    case 'http_error':
      return expects !== 'success' && reply.status < 500
    case 'unreachable':
      return false
    default:
      return reply satisfies never
  }
}

function failed({ reply, expects, payload }: Evidence): FailedOutcome {
  const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
  const words = error?.message ? `${replyInWords(reply)}: ${error.message}` : replyInWords(reply)
  return {
    status: 'failed',
    message: `the agent answered ${words}`,
    pointer: payload ? (error?.pointer ?? '') : null,
    expected: expects === 'error' ? 'an error' : expects === 'success' ? 'a result' : 'an answer',
    actual:
      error?.code ??
      (reply.kind === 'http_error' ? reply.status : reply.kind === 'unreachable' ? reply.cause : 'a result'),
  }
}
