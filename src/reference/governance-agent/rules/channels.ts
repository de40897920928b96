import { violation } from '../concern.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

/** A seller delivers on the channels that the plan allows. */
export const channels: Rule = (subject, { plan }) => {
  const allowed = plan.channels?.allowed
  if (!isPurchase(subject) || allowed === undefined) return nothing
  const outside = subject.channels.filter((channel) => !allowed.includes(channel))
  if (outside.length === 0) return nothing
  const explanation = `${outside.join(', ')} is not among the allowed channels (${allowed.join(', ')}).`
  return [violation('channel_compliance', explanation)]
}
