import { note } from '../concern.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** No size of any audience reaches this agent, so it says that it could not look instead of passing in silence. */
export const audienceSize: Rule = (subject, { plan }) => {
  const least = plan.min_audience_size
  if (!isPurchase(subject) || least === undefined) return nothing
  return [
    note('audience_compliance', `The audience may be smaller than the ${least} that the plan asks for.`, {
      confidence: 0.5,
      uncertainty_reason: 'The size of the audience is not known.',
    }),
  ]
}
