import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { objectAt, textAt } from '../governance-agent/payload.ts'
import { SellerRefusal } from './refusal.ts'
import { authoriseSpend, chargedAccount } from './spend.ts'
import type { SellerWorkings } from './workings.ts'

/** What one creative costs. */
const price = { id: 'per_build', amount: 400, currency: 'USD' } as const

/** build_creative: work that is paid for, and so is approved before it is begun. */
export async function buildCreative(args: JsonObject, principal: string, work: SellerWorkings): Promise<JsonObject> {
  if (!isJsonObject(args.target_format_id))
    throw new SellerRefusal('INVALID_REQUEST', 'This seller builds one format at a time.', {
      field: 'target_format_id',
    })
  const account = chargedAccount(args, principal, work)
  const { amount, currency } = price
  await authoriseSpend(args, { account, phase: 'purchase', purchaseType: 'creative_services', amount, currency }, work)
  return {
    creative_manifest: { format_id: args.target_format_id, assets: assetsFor(args) },
    pricing_option_id: price.id,
    vendor_cost: amount,
    currency,
  }
}

/** What was given, with the brief as the words of the advertisement. */
function assetsFor({ creative_manifest: given, message }: JsonObject): JsonObject {
  return {
    ...objectAt(objectAt(given).assets),
    headline: { asset_type: 'text', content: textAt(message) ?? 'Go outside.' },
  }
}
