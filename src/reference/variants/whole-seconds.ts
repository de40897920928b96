import type { Json } from '../../model/json.ts'
import { eachMember, eachReply } from './each-reply.ts'
import type { Variant } from './variant.ts'

export const wholeSeconds = {
  id: 'whole-seconds',
  title: 'Writes instants without fractions of a second.',
  vary: (parts) => eachReply(parts, (payload) => eachMember(payload, (_key, value) => inSeconds(value))),
} as const satisfies Variant

function inSeconds(value: Json): Json {
  return typeof value === 'string' ? value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/, '$1Z') : value
}
