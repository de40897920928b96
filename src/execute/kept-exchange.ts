import type { Exchange } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { ValidationResult } from '../model/verdict.ts'

/** Replies longer than this, in bytes on the wire, are kept as the start of their text once they are graded. */
const wholeUpTo = 256 * 1024
const copiesUpTo = 16 * 1024

/** What stays of an exchange when its step is graded: an agent with endless replies must not fill the memory of a run. */
export function keptExchange(exchange: Exchange): Exchange {
  const { reply, http } = exchange
  const bytes = http.reduce((sum, { responseBytes }) => sum + responseBytes, 0)
  if (bytes <= wholeUpTo || reply.kind !== 'task') return exchange
  const { payload, envelope, ...rest } = reply
  return { ...exchange, reply: { ...rest, payload: undefined, raw: start(reply.raw, wholeUpTo) } }
}

/** The same for what a failed validation repeats of the reply. */
export function keptValidation(validation: ValidationResult): ValidationResult {
  const { outcome } = validation
  if (outcome.status !== 'failed') return validation
  return { ...validation, outcome: { ...outcome, actual: start(outcome.actual, copiesUpTo) } }
}

function start(value: Json, limit: number): Json {
  const text = JSON.stringify(value)
  if (text.length <= limit) return value
  const note = `only the start of the JSON text is kept; ${text.length - limit} characters were left out`
  return { start: text.slice(0, limit), cut: { bytes: text.length, kept_bytes: limit, note } }
}
