import { type AdcpVersion, adcpVersions } from '../model/adcp-version.ts'
import type { Evidence } from '../model/check.ts'
import type { AdcpError, HttpErrorReply, Reply, RpcErrorReply, TaskReply, Unreachable } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'

export const v30: AdcpVersion = adcpVersions['3.0']
export const v31: AdcpVersion = adcpVersions['3.1']

/** An answer that carries a result. */
export function result(payload: JsonObject, more: Partial<TaskReply> = {}): TaskReply {
  const extraction = { path: 'structured_content' } as const
  return { kind: 'task', payload, isError: false, extraction, raw: { structuredContent: payload }, ...more }
}

/** A result found inside a protocol envelope. */
export function enveloped(payload: JsonObject, envelope: JsonObject = { status: 'completed' }): TaskReply {
  return result(payload, { envelope: { ...envelope, payload } })
}

/** A task that is not final yet. */
export function pending(interim: NonNullable<TaskReply['interim']>, more: JsonObject = {}): TaskReply {
  return result({ status: interim, task_id: 't1', ...more }, { interim })
}

/** An AdCP error in the payload. */
export function refusal(error: AdcpError = { code: 'PLAN_NOT_FOUND' }, beside: JsonObject = {}): TaskReply {
  const { code, message, field } = error
  const adcp_error = { ...(code && { code }), ...(message && { message }), ...(field && { field }) }
  return result({ adcp_error, ...beside }, { isError: true, error: { pointer: '/adcp_error', ...error } })
}

/** A tool result whose error is in words only. */
export function errorInWords(message: string): TaskReply {
  const raw = { isError: true, content: [{ type: 'text', text: message }] }
  return { kind: 'task', payload: undefined, isError: true, error: { message }, extraction: { path: 'none' }, raw }
}

/** A tool result without any JSON object. */
export function prose(text = 'All good!'): TaskReply {
  const raw = { content: [{ type: 'text', text }] }
  return { kind: 'task', payload: undefined, isError: false, extraction: { path: 'none' }, raw }
}

export function rpcError(code: number, message: string, error?: AdcpError): RpcErrorReply {
  return { kind: 'rpc_error', code, message, ...(error && { error }), raw: { code, message } }
}

export function httpError(status: number, body = ''): HttpErrorReply {
  return { kind: 'http_error', status, headers: {}, body }
}

export function silence(cause: Unreachable['cause'] = 'timeout', message = 'no answer in 30 s'): Unreachable {
  return { kind: 'unreachable', cause, message }
}

/** What a step that was answered like this shows its checks. Two seconds pass between request and reply. */
export function evidence(reply: Reply, more: Partial<Evidence> = {}): Evidence {
  return {
    adcp: v30,
    task: 'check_governance',
    expects: 'success',
    request: {},
    reply,
    payload: reply.kind === 'task' ? reply.payload : undefined,
    sentAt: '2027-01-01T00:00:00.000Z',
    receivedAt: '2027-01-01T00:00:02.000Z',
    responseSchema: undefined,
    agentUrl: 'http://agent.test/mcp',
    context: new Map(),
    contributed: new Set(),
    http: [],
    siblings: [],
    previous: undefined,
    earlier: () => undefined,
    ...more,
  }
}

/** Replies without a result, and how a message names each; `pointer` is '' when a payload came all the same. */
export const noResult: readonly { readonly reply: Reply; readonly words: string; readonly pointer: '' | null }[] = [
  { reply: refusal(), words: 'the error PLAN_NOT_FOUND', pointer: '' },
  { reply: errorInWords('boom'), words: 'the error without a code (boom)', pointer: null },
  { reply: prose(), words: 'a result without a JSON object', pointer: null },
  { reply: rpcError(-32603, 'Internal error'), words: 'the JSON-RPC error -32603 (Internal error)', pointer: null },
  { reply: httpError(500, '<h1>Oops</h1>'), words: 'HTTP 500', pointer: null },
  { reply: silence(), words: 'no usable reply (no answer in 30 s)', pointer: null },
]
