import type { RpcErrorReply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { readRpcErrorData } from './adcp-error.ts'
import type { Refusal } from './refusal.ts'
import { unreachable } from './refusal.ts'

/** What came of one JSON-RPC request. */
export type Answer =
  | { readonly kind: 'result'; readonly result: Json /** The whole message. */; readonly message: JsonObject }
  | Refusal

/**
 * The answer to our request in what the agent sent: a JSON-RPC response or a batch of them. Members that JSON-RPC does
 * not know are overlooked: what the agent said is graded by what it said. Undefined when there is no answer to this id.
 * Two answers to one request are none: nobody can say which of them holds.
 */
export function readAnswer(message: Json | undefined, id: Json): Answer | undefined {
  const messages: readonly (Json | undefined)[] = Array.isArray(message) ? message : [message]
  const [answer, another] = messages.flatMap((each) => (isJsonObject(each) ? (answerIn(each, id) ?? []) : []))
  return another ? answeredTwice : answer
}

/** One response for each request (JSON-RPC 2.0, section 5). */
export const answeredTwice: Refusal = unreachable(
  'not_protocol',
  'the agent sent two answers to one request, so that none of them holds',
)

/** Whether the message names our request. */
export function namesRequest(message: Json | undefined, id: Json): boolean {
  // Some servers write the id back as a string; clients take it.
  return isJsonObject(message) && String(message.id) === String(id)
}

function answerIn(message: JsonObject, id: Json): Answer | undefined {
  const names = namesRequest(message, id)
  if (names && isJsonObject(message.error) && (message.result ?? null) !== null) return resultAndError
  if (names && message.result !== undefined && !isJsonObject(message.error))
    return { kind: 'result', result: message.result, message }
  // A server that could not read the request cannot name it.
  const isOurs = names || message.id === undefined || message.id === null
  return isOurs ? readRpcError(message) : undefined
}

/** Either the result or the error must be there, never both (JSON-RPC 2.0, section 5). */
const resultAndError: Refusal = unreachable(
  'not_protocol',
  'the agent answered with a result and an error in one JSON-RPC message, so that neither holds',
)

/** The error in a JSON-RPC response; undefined when it holds none. */
export function readRpcError(message: JsonObject): RpcErrorReply | undefined {
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
