import type { Plan } from './plan.ts'

/** Categories and policies whose definitions demand a human (specification, human_review_required). */
const reviewedCategories = ['fair_housing', 'fair_lending', 'fair_employment', 'pharmaceutical_advertising']
const reviewedPolicies = ['eu_ai_act_annex_iii']

/** Why every action under these plans goes to a human, whatever it costs; undefined when none has to. */
export function reviewReason(governing: readonly Plan[]): string | undefined {
  return governing.map(reasonIn).find((reason) => reason !== undefined)
}

function reasonIn(plan: Plan): string | undefined {
  if (plan.human_review_required) return 'The plan requires human review of every action.'
  const category = plan.policy_categories?.find((one) => reviewedCategories.includes(one))
  if (category !== undefined) return `The policy category ${category} requires human review.`
  const policy = policiesOf(plan).find((one) => one.requires_human_review)?.policy_id ?? reviewedIdOf(plan)
  return policy === undefined ? undefined : `The policy ${policy} requires human review.`
}

function policiesOf({ custom_policies = [], portfolio }: Plan) {
  return [...custom_policies, ...(portfolio?.shared_exclusions ?? [])]
}

function reviewedIdOf({ policy_ids = [], portfolio }: Plan): string | undefined {
  return [...policy_ids, ...(portfolio?.shared_policy_ids ?? [])].find((id) => reviewedPolicies.includes(id))
}
