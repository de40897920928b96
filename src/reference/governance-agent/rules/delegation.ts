import { type Concern, violation } from '../concern.ts'
import type { Facts } from '../facts.ts'
import { totalOf } from '../ledger.ts'
import { money, sum } from '../money.ts'
import { sameUrl } from '../payload.ts'
import type { Delegation } from '../plan.ts'
import type { Subject } from '../subject.ts'
import { countriesOf } from './countries.ts'
import { nothing, type Rule } from './rule.ts'

/** Where a plan names the agents that may act on it, a proposal comes from one of them and stays within what it was given. */
export const delegation: Rule = (subject, facts) => {
  const { delegations = [] } = facts.plan
  if (subject.kind !== 'intent' || delegations.length === 0) return nothing
  const given = delegations.filter((one) => sameUrl(one.agent_url, subject.caller))
  if (given.length === 0) return [refused(`${subject.caller} has no delegation on this plan.`)]
  const troubles = given.map((one) => limits.flatMap((limit) => limit(one, subject, facts)))
  return troubles.find((trouble) => trouble.length === 0) ?? troubles[0] ?? nothing
}

type Limit = (given: Delegation, subject: Subject, facts: Facts) => readonly Concern[]

const inTime: Limit = ({ expires_at }, _subject, { now }) =>
  expires_at === undefined || now < Date.parse(expires_at)
    ? nothing
    : [refused(`The delegation ended at ${expires_at}.`)]

const withAuthority: Limit = ({ authority }, subject) => {
  if (authority === 'propose_only') return [refused('The delegation allows proposals, not purchases.')]
  if (authority === 'execute_only' && subject.reallocated > 0)
    return [refused('The delegation does not allow budget to be moved.')]
  return nothing
}

/** A request that names no country may run wherever the plan may. */
const inMarkets: Limit = ({ markets }, subject, { plan }) => {
  if (markets === undefined) return nothing
  const stated = subject.places.flatMap(countriesOf)
  const countries = stated.length > 0 ? stated : (plan.countries ?? [])
  const allowed = new Set(markets.map((market) => market.toUpperCase()))
  const outside = countries.filter((country) => !allowed.has(country.toUpperCase()))
  return outside.length === 0
    ? nothing
    : [refused(`The delegation does not cover ${[...new Set(outside)].join(', ')}.`)]
}

const withinBudget: Limit = ({ budget_limit: limit, agent_url }, subject, { plan, commitments }) => {
  if (limit === undefined) return nothing
  if (limit.currency !== plan.budget.currency)
    return [refused(`The delegation's limit is in ${limit.currency}, the plan in ${plan.budget.currency}.`)]
  const spent = sum([totalOf(commitments.filter((one) => sameUrl(one.caller, agent_url))), subject.amount])
  if (spent <= limit.amount) return nothing
  return [refused(`${money(spent, limit)} exceeds the delegation's limit of ${money(limit.amount, limit)}.`)]
}

const limits: readonly Limit[] = [inTime, withAuthority, inMarkets, withinBudget]

function refused(explanation: string): Concern {
  return violation('delegation_authority', explanation)
}
