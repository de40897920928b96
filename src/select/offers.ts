import type { RunOffers } from '../model/run-offers.ts'

/** Runner contracts that every run of this program fulfils. */
const always = ['substitution_observer_runner', 'parallel_dispatch_runner', 'rate_limit_trip_runner']

/** What a run offers, its contracts among it. */
export function offersOf({
  seededState = false,
  webhookReceiver = false,
  agents,
  defaultAgent,
}: Partial<Omit<RunOffers, 'contracts'>> = {}): RunOffers {
  const contracts = new Set([...always, ...(webhookReceiver ? ['webhook_receiver_runner'] : [])])
  const front = defaultAgent === undefined ? {} : { defaultAgent }
  return { seededState, webhookReceiver, contracts, ...(agents ? { agents, ...front } : {}) }
}
