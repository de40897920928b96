import type { HttpErrorReply, RpcErrorReply, Unreachable, UnreachableCause } from '../model/exchange.ts'

/** Every way in which a request does not end in a JSON-RPC result. */
export type Refusal = RpcErrorReply | HttpErrorReply | Unreachable

/** Carries a refusal up through the SDK, which knows only how to fail. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(readonly reply: Refusal) {
    super(refusalInWords(reply))
  }
}

export function unreachable(cause: UnreachableCause, message: string): Unreachable {
  return { kind: 'unreachable', cause, message }
}

/** What the agent did, as the end of a sentence that begins with its name. */
export function refusalInWords(reply: Refusal): string {
  if (reply.kind === 'unreachable') return reply.message
  if (reply.kind === 'http_error') return `the agent answered HTTP ${reply.status}`
  return `the agent answered the JSON-RPC error ${reply.code} (${reply.message})`
}

/** What every call on a line that was never opened comes to. */
export function unopened(refusal: Refusal): Refusal {
  return refusal.kind === 'unreachable'
    ? unreachable(refusal.cause, `no session could be opened: ${refusal.message}`)
    : refusal
}
