import type { Plan } from './plan.ts'

/** Every policy that the plan names or brings along, each once, in the plan's order. */
export function policyIdsOf({ policy_ids = [], custom_policies = [], portfolio }: Plan): readonly string[] {
  const shared = [...(portfolio?.shared_policy_ids ?? []), ...idsOf(portfolio?.shared_exclusions ?? [])]
  return [...new Set([...policy_ids, ...idsOf(custom_policies), ...shared])]
}

function idsOf(policies: readonly { readonly policy_id: string }[]): readonly string[] {
  return policies.map(({ policy_id }) => policy_id)
}
