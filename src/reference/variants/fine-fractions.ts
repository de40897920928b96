import type { Json } from '../../model/json.ts'
import { eachMember, eachReply } from './each-reply.ts'
import type { Variant } from './variant.ts'

export const fineFractions = {
  id: 'fine-fractions',
  title: 'Writes instants with six digits of a second.',
  vary: (parts) => eachReply(parts, (payload) => eachMember(payload, (_key, value) => toTheMicrosecond(value))),
} as const satisfies Variant

function toTheMicrosecond(value: Json): Json {
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\dT[\d:]+\.\d{3})Z$/, '$1000Z') : value
}
