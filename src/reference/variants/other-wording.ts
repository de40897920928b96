import type { Json } from '../../model/json.ts'
import { eachMember, eachReply } from './each-reply.ts'
import type { Variant } from './variant.ts'

/** Category ids are opaque, and explanations are for people: only the facts in them count. */
export const otherWording = {
  id: 'other-wording',
  title: 'Names its categories otherwise, and explains itself in other words that hold the same facts.',
  vary: (parts) => eachReply(parts, (payload) => eachMember(payload, reworded)),
} as const satisfies Variant

function reworded(key: string, value: Json): Json {
  if (key === 'category_id' && typeof value === 'string') return categoryOf(value)
  if (key === 'categories_evaluated' && Array.isArray(value))
    return (value as readonly Json[]).map(String).map(categoryOf)
  if ((key === 'explanation' || key === 'message' || key === 'reason') && typeof value === 'string')
    return factsIn(value)
  return value
}

function categoryOf(id: string): string {
  return `example.pruefung/${id.length}-${id.slice(0, 2)}`
}

/** Amounts, names and addresses stay. */
function factsIn(text: string): string {
  const facts = text.split(/\s+/).filter((word) => /[\d_/]/.test(word))
  return `Ergebnis der Prüfung: ${facts.join(' · ') || 'keine weiteren Angaben'}`
}
