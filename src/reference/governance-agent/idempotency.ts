import { equalJson } from '../../json/equal.ts'
import type { JsonObject } from '../../model/json.ts'
import { Refusal } from './refusal.ts'
import type { AgentState, KeptReply } from './state.ts'

/** Seconds for which a reply is kept; declared in the capabilities. */
export const replayTtlSeconds = 86_400

export interface Question {
  readonly task: string
  readonly principal: string
  readonly args: JsonObject
  /** Milliseconds since the epoch. */
  readonly now: number
}

/**
 * The reply that was given to the same request before; undefined for a new one. The context may differ: it belongs
 * to the call, not to what was asked.
 * @throws Refusal when the key was used for another request; it says nothing about that one.
 */
export function recall(state: AgentState, question: Question): JsonObject | undefined {
  const kept = state.replies.get(keyOf(question))
  if (kept === undefined || question.now - kept.at >= replayTtlSeconds * 1000) return undefined
  if (kept.task !== question.task || !equalJson(kept.question, asked(question))) throw conflict()
  return { ...kept.reply, replayed: true }
}

/** Keeps the reply for as long as it may be asked for again, and drops those that are past that. */
export function keep(state: AgentState, question: Question, reply: JsonObject): void {
  const expired = ({ at }: KeptReply) => question.now - at >= replayTtlSeconds * 1000
  for (const [key, kept] of state.replies) if (expired(kept)) state.replies.delete(key)
  state.replies.set(keyOf(question), { task: question.task, question: asked(question), reply, at: question.now })
}

function asked({ args: { context: _context, ...rest } }: Question): JsonObject {
  return rest
}

function keyOf({ principal, args }: Question): string {
  return `${principal}\n${args.idempotency_key}`
}

function conflict(): Refusal {
  const message = 'This idempotency_key was used for another request. Use a fresh key for a new request.'
  return new Refusal('IDEMPOTENCY_CONFLICT', message, 'idempotency_key')
}
