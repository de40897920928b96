import { readPath } from '../json/path.ts'
import type { Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/**
 * The currency of what was bought in this storyboard: that of the prices that its purchases name, among those that the seller offers.
 * Undefined when there is none, or more than one.
 */
export function priceCurrency({ request, history = [] }: Evidence): string | undefined {
  const named = new Set([request, ...history.map((one) => one.request.payload)].flatMap(pricesIn))
  const offered = history.flatMap(({ reply }) => (reply.kind === 'task' ? optionsIn(reply.payload) : []))
  const currencies = new Set(
    offered.filter(({ pricing_option_id: id }) => id !== undefined && named.has(id)).map(({ currency }) => currency),
  )
  const [currency, another] = currencies
  return typeof currency === 'string' && another === undefined ? currency : undefined
}

function pricesIn(request: JsonObject): readonly Json[] {
  return objectsAt(request, 'packages').flatMap(({ pricing_option_id: id }) => (id === undefined ? [] : [id]))
}

function optionsIn(payload: JsonObject | undefined): readonly JsonObject[] {
  return objectsAt(payload, 'products').flatMap((product) => objectsAt(product, 'pricing_options'))
}

function objectsAt(value: Json | undefined, path: string): readonly JsonObject[] {
  const list = readPath(value, path)
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : []
}
