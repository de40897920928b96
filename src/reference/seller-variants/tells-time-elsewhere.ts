import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { SellerVariant } from './seller-variant.ts'

export const tellsTimeElsewhere = {
  id: 'tells-time-elsewhere',
  title: 'Writes instants as clocks two hours east of Greenwich show them.',
  vary: (parts) => ({
    ...parts,
    buyReply: (...given) => elsewhere(parts.buyReply(...given)),
    checkArguments: (...given) => elsewhere(parts.checkArguments(...given)),
  }),
} as const satisfies SellerVariant

function elsewhere(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, moved(value)]))
}

function moved(value: Json): Json {
  if (typeof value === 'string') return isInstant.test(value) ? eastOf(value) : value
  if (Array.isArray(value)) return value.map(moved)
  return isJsonObject(value) ? elsewhere(value) : value
}

const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

function eastOf(instant: string): string {
  return new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().replace('Z', '+02:00')
}
