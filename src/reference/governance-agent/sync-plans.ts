import type { JsonObject } from '../../model/json.ts'
import { purchaseCategories } from './categories.ts'
import { memberKeys, planKey } from './facts.ts'
import { commitmentsOf, totalOf } from './ledger.ts'
import { objectsIn } from './payload.ts'
import type { Plan } from './plan.ts'
import type { StoredPlan } from './state.ts'
import type { Workings } from './workings.ts'

/** sync_plans: takes plans in, all or none. A plan that is known gets a new version, in force at once. */
export function syncPlans(args: JsonObject, principal: string, work: Workings): JsonObject {
  const { state, parts } = work
  const incoming = parts.incomingPlans(objectsIn(args.plans)).map((source) => store(source, principal, work))
  incoming.forEach((next, index) => {
    parts.refusePlan(next.plan, `plans[${index}]`, {
      before: state.plans.get(next.key)?.plan,
      committed: totalOf(commitmentsOf(state, [next.key, ...memberKeys(next)])),
      twice: incoming.findIndex(({ key }) => key === next.key) !== index,
    })
  })
  for (const next of incoming) parts.keepPlan(state, next)
  return { plans: incoming.map(({ key }) => parts.planReply(state.plans.get(key) as StoredPlan)) }
}

function store(source: JsonObject, owner: string, { state, parts }: Workings): StoredPlan {
  // The official request schema has accepted it.
  const plan = source as unknown as Plan
  const key = planKey(owner, plan.plan_id)
  const before = state.plans.get(key)
  return {
    key,
    owner,
    plan,
    source,
    hash: parts.planHash(source),
    version: parts.nextVersion(before?.version),
    suspended: before?.suspended ?? false,
  }
}

export function nextVersion(before: number | undefined): number {
  return (before ?? 0) + 1
}

export function planReply({ plan, version }: StoredPlan): JsonObject {
  const registry = (plan.policy_ids ?? []).map((policy_id) => ({ policy_id, source: 'explicit', enforcement: 'must' }))
  const custom = (plan.custom_policies ?? []).map(({ policy_id, enforcement }) => ({
    policy_id,
    source: 'explicit',
    enforcement,
  }))
  return {
    plan_id: plan.plan_id,
    status: 'active',
    version,
    categories: [...purchaseCategories, 'delivery_monitoring'].map((category_id) => ({
      category_id,
      status: 'active',
    })),
    resolved_policies: [...registry, ...custom],
  }
}
