import { violation } from '../concern.ts'
import { objectAt } from '../payload.ts'
import { nothing, type Rule } from './rule.ts'

export const deliveryChannels: Rule = ({ metrics }, { plan }) => {
  const allowed = plan.channels?.allowed
  if (metrics === undefined || allowed === undefined) return nothing
  const outside = Object.entries(objectAt(metrics.channel_distribution)).filter(
    ([channel, share]) => Number(share) > 0 && !allowed.includes(channel),
  )
  if (outside.length === 0) return nothing
  const shares = outside.map(([channel, share]) => `${share} % on ${channel}`).join(', ')
  return [violation('delivery_monitoring', `Delivered ${shares}; the plan allows ${allowed.join(', ')}.`)]
}
