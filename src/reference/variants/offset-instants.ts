import type { Json } from '../../model/json.ts'
import { eachMember, eachReply } from './each-reply.ts'
import type { Variant } from './variant.ts'

export const offsetInstants = {
  id: 'offset-instants',
  title: 'Writes instants in the time of another place, with its offset.',
  vary: (parts) => eachReply(parts, (payload) => eachMember(payload, (_key, value) => elsewhere(value))),
} as const satisfies Variant

const hour = 3_600_000

function elsewhere(value: Json): Json {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value
  return new Date(Date.parse(value) + 5.5 * hour).toISOString().replace('Z', '+05:30')
}
