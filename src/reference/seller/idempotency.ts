import { equalJson } from '../../json/equal.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import { SellerRefusal } from './refusal.ts'
import type { KeptReply, SellerState } from './state.ts'

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
 * The reply that was given to the same request before; undefined for a new one.
 * @throws SellerRefusal when the key was used for another request; it says nothing about that one.
 */
export function recall(state: SellerState, question: Question): JsonObject | undefined {
  const kept = state.replies.get(keyOf(question))
  if (kept === undefined || isPast(kept, question.now)) return undefined
  if (kept.task !== question.task || !equalJson(kept.question, asked(question.args))) throw conflict()
  return { ...kept.reply, replayed: true }
}

/** Keeps the reply for as long as it may be asked for again, and drops those that are past that. */
export function keep(state: SellerState, question: Question, reply: JsonObject): void {
  for (const [key, kept] of state.replies) if (isPast(kept, question.now)) state.replies.delete(key)
  state.replies.set(keyOf(question), { task: question.task, question: asked(question.args), reply, at: question.now })
}

function isPast({ at }: KeptReply, now: number): boolean {
  return now - at >= replayTtlSeconds * 1000
}

/** What may differ between retries of one request (security, payload equivalence: a closed list). */
export function asked(args: JsonObject): JsonObject {
  const { idempotency_key: _key, context: _context, governance_context: _token, ...rest } = args
  const { push_notification_config: push } = rest
  if (!isJsonObject(push) || !isJsonObject(push.authentication)) return rest
  return { ...rest, push_notification_config: { ...push, authentication: withoutCredential(push.authentication) } }
}

function withoutCredential({ credentials: _credentials, ...rest }: JsonObject): Json {
  return rest
}

function keyOf({ principal, args }: Question): string {
  return JSON.stringify([principal, args.idempotency_key ?? null])
}

function conflict(): SellerRefusal {
  const message = 'This idempotency_key was used for another request. Use a fresh key for a new request.'
  return new SellerRefusal('IDEMPOTENCY_CONFLICT', message)
}
