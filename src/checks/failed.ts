import { toPointer } from '../json/path.ts'
import type { Evidence, FailedOutcome } from '../model/check.ts'
import type { Json } from '../model/json.ts'
import { replyInWords } from './reply-words.ts'

/** A failure at a path of the reply. Names the agent's error when one came where a result was due. */
export function failedAt(
  path: string,
  evidence: Evidence,
  message: string,
  expected: Json,
  actual: Json | undefined,
): FailedOutcome {
  const pointer = evidence.payload ? toPointer(path) : null
  return { status: 'failed', message: message + instead(evidence), pointer, expected, actual: actual ?? null }
}

/** A failure of the reply as a whole. */
export function failedReply(evidence: Evidence, message: string, expected: Json, actual: Json): FailedOutcome {
  return { status: 'failed', message, pointer: evidence.payload ? '' : null, expected, actual }
}

/** What the agent answered in the place of a result, to end a message with; nothing when a result came. */
export function instead(evidence: Evidence): string {
  const { reply } = evidence
  const answered = reply.kind === 'task' && !reply.error && reply.payload !== undefined
  return answered ? '' : `; the agent answered ${replyInWords(reply)}`
}
