import type { RpcErrorReply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { readRpcErrorData } from './adcp-error.ts'
import type { Refusal } from './refusal.ts'

/** What came of one JSON-RPC request. */
export type Answer = { readonly kind: 'result'; readonly result: Json } | Refusal

/**
 * The answer to our request in what the agent sent: a JSON-RPC response or a batch of them. Members that JSON-RPC does
 * not know are overlooked: what the agent said is graded by what it said. Undefined when there is no answer to this id.
 */
export function readAnswer(message: Json | undefined, id: Json): Answer | undefined {
  const messages: readonly (Json | undefined)[] = Array.isArray(message) ? message : [message]
  for (const each of messages) {
    const answer = isJsonObject(each) ? answerIn(each, id) : undefined
    if (answer) return answer
  }
  return undefined
}

/** Whether the message names our request. */
export function namesRequest(message: Json | undefined, id: Json): boolean {
  // Some servers write the id back as a string; clients take it.
  return isJsonObject(message) && String(message.id) === String(id)
}

function answerIn(message: JsonObject, id: Json): Answer | undefined {
  if (namesRequest(message, id) && message.result !== undefined) return { kind: 'result', result: message.result }
  // A server that could not read the request cannot name it.
  const isOurs = namesRequest(message, id) || message.id === undefined || message.id === null
  return isOurs ? readRpcError(message) : undefined
}

function readRpcError(message: JsonObject): RpcErrorReply | undefined {
  const { error } = message
  if (!isJsonObject(error) || typeof error.code !== 'number') return undefined
  const adcp = readRpcErrorData(error.data)
  return {
    kind: 'rpc_error',
    code: error.code,
    message: typeof error.message === 'string' ? error.message : '',
    ...(adcp && { error: adcp }),
    raw: message,
  }
}
