import type { JsonObject } from '../../../model/json.ts'
import { violation } from '../concern.ts'
import { objectAt, textAt, textsIn } from '../payload.ts'
import type { Plan } from '../plan.ts'
import type { Subject } from '../subject.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** No audience, whether included or excluded, is drawn on an attribute that the plan restricts. */
export const restrictedAttributes: Rule = (subject, { plan }) => {
  const restricted = [...(plan.restricted_attributes ?? []), ...(plan.restricted_attributes_custom ?? [])]
  if (!isPurchase(subject) || restricted.length === 0) return nothing
  const used = new Set(selectorsOf(subject, plan).flatMap((selector) => attributesOf(selector, restricted)))
  return [...used].map((attribute) =>
    violation('audience_compliance', `The audience is drawn on ${attribute}, which the plan restricts.`, {
      details: { attribute },
    }),
  )
}

function selectorsOf({ audience }: Subject, plan: Plan): readonly JsonObject[] {
  return [...audience, ...(plan.audience?.include ?? []), ...(plan.audience?.exclude ?? [])]
}

/** By declaration or category, or by the name of the signal when nothing is declared. */
function attributesOf(selector: JsonObject, restricted: readonly string[]): readonly string[] {
  const declared = [...textsIn(selector.restricted_attributes), textAt(selector.category) ?? '']
  const signal = textAt(objectAt(selector.signal_id).id) ?? ''
  return restricted.filter(
    (attribute) => declared.includes(attribute) || signal.split('-').join('_').includes(attribute),
  )
}
