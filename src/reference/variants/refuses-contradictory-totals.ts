import type { JsonObject } from '../../model/json.ts'
import { sum } from '../governance-agent/money.ts'
import { objectAt, objectsIn } from '../governance-agent/payload.ts'
import { Refusal } from '../governance-agent/refusal.ts'
import type { Variant } from './variant.ts'

export const refusesContradictoryTotals = {
  id: 'refuses-contradictory-totals',
  title: 'Refuses a buy whose total is not the sum of its packages, where it could deny it.',
  vary: (parts) => ({
    ...parts,
    requestProblem: async (task, args, schemas) =>
      (await parts.requestProblem(task, args, schemas)) ?? contradictionIn(objectAt(args.payload)),
  }),
} as const satisfies Variant

function contradictionIn({ packages, total_budget }: JsonObject): Refusal | undefined {
  const budgets = objectsIn(packages).map(({ budget }) => Number(budget))
  const { amount } = objectAt(total_budget)
  if (budgets.length === 0 || amount === undefined || amount === sum(budgets)) return undefined
  return new Refusal('INVALID_REQUEST', 'The total is not the sum of the packages.', 'payload.total_budget')
}
