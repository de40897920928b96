import type { JsonObject } from '../../model/json.ts'
import type { Purchase } from './ledger.ts'
import { sum } from './money.ts'
import { moneyAt, objectsIn, textAt } from './payload.ts'

export interface Spend {
  /** New money. */
  readonly amount: number
  /** Money moved to packages of a purchase that exists, new or not. */
  readonly reallocated: number
}

/** What a new purchase would cost: its total, or its packages when they come to more. */
export function spendOfPurchase(payload: JsonObject): Spend {
  const stated = moneyAt(payload.total_budget, 'payload.total_budget') ?? moneyAt(payload.budget, 'payload.budget') ?? 0
  return { amount: Math.max(stated, sumOfPackages(payload, 'packages')), reallocated: 0 }
}

/**
 * What a change of a purchase would cost: packages are stated with their new budgets, so only the difference
 * from what is committed is new. A purchase that nobody has reported counts in full.
 */
export function spendOfChange(payload: JsonObject, known: Purchase | undefined): Spend {
  const stated = moneyAt(payload.total_budget, 'payload.total_budget')
  const fresh = sumOfPackages(payload, 'new_packages')
  const changes = changesOf(payload, known)
  const net = netChange(payload, known)
  const raised = sum([fresh, ...changes.map((change) => Math.max(0, change))])
  const byTotal = stated === undefined ? 0 : sum([stated, -(known?.amount ?? 0)])
  return { amount: Math.max(0, net, byTotal), reallocated: Math.max(raised, byTotal, 0) }
}

/** By how much the packages named here would change what is committed; negative when they go down. */
export function netChange(payload: JsonObject, known: Purchase | undefined): number {
  const fresh = sumOfPackages(payload, 'new_packages')
  return sum([fresh, ...changesOf(payload, known)])
}

function changesOf(payload: JsonObject, known: Purchase | undefined): readonly number[] {
  const packages = objectsIn(payload.packages)
  if (known && known.packages.size === 0 && packages.some((item) => item.budget !== undefined))
    return [sum([sumOfPackages(payload, 'packages'), -known.amount])]
  return packages.flatMap((item, index) => {
    const budget = moneyAt(item.budget, `payload.packages[${index}].budget`)
    if (budget === undefined) return []
    return [sum([budget, -(known?.packages.get(textAt(item.package_id) ?? '') ?? 0)])]
  })
}

function sumOfPackages(payload: JsonObject, list: 'packages' | 'new_packages'): number {
  const budgets = objectsIn(payload[list]).map((item, index) =>
    moneyAt(item.budget, `payload.${list}[${index}].budget`),
  )
  return sum(budgets.map((budget) => budget ?? 0))
}

/** The budgets of the packages that have an id, by that id. */
export function packageBudgets({ packages }: JsonObject): ReadonlyMap<string, number> {
  const named = objectsIn(packages).flatMap(({ package_id, budget }): readonly [string, number][] =>
    typeof package_id === 'string' && typeof budget === 'number' ? [[package_id, budget]] : [],
  )
  return new Map(named)
}
