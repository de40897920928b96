import type { JsonObject } from '../../model/json.ts'
import { objectsIn } from '../governance-agent/payload.ts'
import { publisherDomain } from './catalogue.ts'
import { SellerRefusal } from './refusal.ts'
import { authoriseSpend, chargedAccount, refuseOtherPrice } from './spend.ts'
import type { SellerWorkings } from './workings.ts'

/** The one signal on offer, and what an activation of it costs. */
const segmentId = 'hikers_spring'
const price = { id: 'flat_activation', amount: 900, currency: 'USD' } as const

/** get_signals: the one signal, whatever is looked for. */
export function getSignals(): JsonObject {
  return {
    signals: [
      {
        signal_id: { source: 'agent', agent_url: `https://${publisherDomain}/mcp`, id: segmentId },
        signal_agent_segment_id: segmentId,
        name: 'Hikers, spring',
        description: 'Households that watched programmes on hiking this spring.',
        signal_type: 'owned',
        data_provider: 'Summit TV',
        coverage_percentage: 12,
        deployments: [],
        pricing_options: [
          {
            pricing_option_id: price.id,
            model: 'flat_fee',
            amount: price.amount,
            period: 'campaign',
            currency: price.currency,
          },
        ],
      },
    ],
  }
}

/** activate_signal: an activation is paid for, and so is approved first; taking one back is free. */
export async function activateSignal(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  if (args.signal_agent_segment_id !== segmentId)
    throw new SellerRefusal('REFERENCE_NOT_FOUND', 'There is no such signal.', { field: 'signal_agent_segment_id' })
  if (args.action === 'deactivate') return deployed(args, false)
  refuseOtherPrice(args.pricing_option_id, price.id)
  const account = chargedAccount(args, principal, work)
  const { amount, currency } = price
  await authoriseSpend(args, { account, phase: 'purchase', purchaseType: 'signal_activation', amount, currency }, work)
  return deployed(args, true)
}

function deployed({ destinations }: JsonObject, isLive: boolean): JsonObject {
  return { deployments: objectsIn(destinations).map((destination) => ({ ...destination, is_live: isLive })) }
}
