import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts'
import type { Concern, Finding } from '../concern.ts'
import type { Policy } from '../plan.ts'
import { nothing, type Rule } from './rule.ts'

/**
 * Policies in plain words. This agent understands those that demand a field of the proposal, named in backticks:
 * "Every buy must set `po_number`", or must set it to a value in double quotes. The others it cannot judge.
 */
export const policies: Rule = (subject, { plan, now }) => {
  if (subject.kind !== 'intent') return nothing
  const inForce = (plan.custom_policies ?? []).filter((policy) => isInForce(policy, now))
  return inForce.flatMap((policy) => demandsOf(policy).flatMap((demand) => judge(policy, demand, subject.payload)))
}

export function isInForce({ effective_date, sunset_date }: Policy, now: number): boolean {
  const begins = effective_date === undefined ? Number.NEGATIVE_INFINITY : Date.parse(effective_date)
  const ends = sunset_date === undefined ? Number.POSITIVE_INFINITY : Date.parse(sunset_date)
  return now >= begins && now < ends
}

interface Demand {
  readonly field: string
  readonly value: string | undefined
}

function demandsOf({ policy }: Policy): readonly Demand[] {
  if (!/\b(must|should|requires?|required|needs?)\b/i.test(policy)) return []
  return [...policy.matchAll(/`([\w.]+)`([^`"]*"([^"`]*)")?/g)].map(([, field = '', , value]) => ({ field, value }))
}

function judge(policy: Policy, { field, value }: Demand, payload: JsonObject): readonly Concern[] {
  const found = valueAt(payload, field)
  const met = value === undefined ? found !== undefined && found !== '' : found === value
  if (met) return nothing
  const reason = `${policy.policy_id}: ${policy.policy}`
  const finding: Finding = {
    category_id: 'policy_compliance',
    policy_id: policy.policy_id,
    severity: 'warning',
    explanation: reason,
  }
  if (policy.enforcement !== 'must') return [{ kind: 'note', finding }]
  const condition = { field, reason, ...(value === undefined ? {} : { required_value: value }) }
  return [{ kind: 'condition', condition, finding }]
}

function valueAt(payload: JsonObject, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (holder, key) => (isJsonObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined),
      payload,
    )
}
