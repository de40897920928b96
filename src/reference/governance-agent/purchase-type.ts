import type { JsonObject } from '../../model/json.ts'
import type { PurchaseType } from './plan.ts'
import type { CheckRecord } from './state.ts'

/** What kind of money a request is about: as stated, or as before in the same purchase; a media buy when nothing is said. */
export function purchaseTypeOf({ purchase_type }: JsonObject, before: CheckRecord | undefined): PurchaseType {
  return (purchase_type as PurchaseType | undefined) ?? before?.purchaseType ?? 'media_buy'
}
