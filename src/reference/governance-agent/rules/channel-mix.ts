import { type Concern, violation } from '../concern.ts'
import type { Facts } from '../facts.ts'
import { totalOf } from '../ledger.ts'
import { money, sum } from '../money.ts'
import type { Commitment } from '../state.ts'
import type { Subject } from '../subject.ts'
import { isPurchase, nothing, type Rule } from './rule.ts'

interface Target {
  readonly min_pct?: number
  readonly max_pct?: number
}

/** The mix of channels stays in its ranges: none takes more than its most, none is left less than its least. */
export const channelMix: Rule = (subject, facts) => {
  const targets = facts.plan.channels?.mix_targets
  if (!isPurchase(subject) || targets === undefined || subject.channels.length === 0) return nothing
  return Object.entries(targets).flatMap(([channel, target]) => judge(channel, target, subject, facts))
}

function judge(channel: string, target: Target, subject: Subject, facts: Facts): readonly Concern[] {
  const { plan, commitments } = facts
  const spent = sum([
    totalOf(commitments.filter((one) => isOn(channel, one))),
    isOn(channel, subject) ? subject.amount : 0,
  ])
  const left = Math.max(0, sum([plan.budget.total, -totalOf(commitments), -subject.amount]))
  const most = ((target.max_pct ?? 100) * plan.budget.total) / 100
  const least = ((target.min_pct ?? 0) * plan.budget.total) / 100
  if (spent > most)
    return [violation('channel_compliance', `${money(spent, plan.budget)} on ${channel}: ${target.max_pct} % at most.`)]
  if (sum([spent, left]) < least)
    return [violation('channel_compliance', `Too little would be left for ${channel}: ${target.min_pct} % at least.`)]
  return nothing
}

/** Money over several channels cannot be told apart, so it counts for none of them. */
function isOn(channel: string, { channels }: Commitment | Subject): boolean {
  return channels.length === 1 && channels[0] === channel
}
