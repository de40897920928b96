import { violation } from '../concern.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

const annexIII = ['fair_housing', 'fair_lending', 'fair_employment']

/** Where a decision falls under Annex III of the EU AI Act, people must have a way to contest it. */
export const contestation: Rule = (subject, { plan }) => {
  const categories = (plan.policy_categories ?? []).filter((category) => annexIII.includes(category))
  const concerned = categories.length > 0 || (plan.policy_ids ?? []).includes('eu_ai_act_annex_iii')
  if (!isPurchase(subject) || !concerned || plan.brand.data_subject_contestation !== undefined) return nothing
  const explanation = `${plan.brand.domain} names no way to contest a decision (brand.data_subject_contestation).`
  return [violation('regulatory_compliance', explanation, { policy_id: 'eu_ai_act_annex_iii' })]
}
