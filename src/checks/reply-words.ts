import type { Reply } from '../model/exchange.ts'

/** What came back, in a few words, for the middle of a sentence. */
export function replyInWords(reply: Reply): string {
  switch (reply.kind) {
    case 'task':
      if (reply.error) return `the error ${errorName(reply.error)}`
      if (reply.interim) return `a task that is still "${reply.interim}"`
      return reply.payload ? 'a result' : 'a result without a JSON object'
    case 'rpc_error':
      return `the JSON-RPC error ${reply.code} (${reply.message})`
    case 'http_error':
    case 'http':
      return `HTTP ${reply.status}`
    case 'unreachable':
      return `no usable reply (${reply.message})`
    default:
      return reply satisfies never
  }
}

function errorName(error: { readonly code?: string; readonly message?: string }): string {
  return error.code ?? `without a code${error.message ? ` (${error.message})` : ''}`
}
