import { readPath } from '../json/path.ts'
import type { Exchange } from '../model/exchange.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { BlockedReason, StepVerdict } from '../model/verdict.ts'
import { substitute } from '../request/substitute.ts'
import { chooseOffer } from './choose-offer.ts'
import type { StepSetting } from './step-setting.ts'

/**
 * What gov_offer chooses of a reply: what the test kit names under governance.seller.offer, else what suits its terms best. A verdict
 * when nothing suits them, which is no fault of the agent; undefined for a step that chooses nothing.
 */
export function offerOf(
  { step }: PlannedStep,
  { reply }: Exchange,
  { state }: StepSetting,
): { readonly offer: JsonObject } | { readonly verdict: StepVerdict } | undefined {
  if (step.gov_offer === undefined) return undefined
  const { value, unresolved } = substitute({ ...step.gov_offer }, state.scope())
  const { budget = null, currency } = isJsonObject(value) ? value : {}
  const named = readPath((state.board.kit?.value ?? null) as Json, 'governance.seller.offer')
  if (isJsonObject(named)) return { offer: { ...(typeof currency === 'string' && { currency }), ...named } }
  if (unresolved.length > 0 || typeof budget !== 'number')
    return held('authoring_defect', 'gov_offer needs a budget that is a number')
  const payload = reply.kind === 'task' ? reply.payload : undefined
  const offer = chooseOffer(payload, { budget, ...(typeof currency === 'string' && { currency }) })
  return offer ? { offer } : held('requirement_unmet', nothingSuits(budget))
}

function held(reason: BlockedReason, detail: string): { readonly verdict: StepVerdict } {
  return { verdict: { status: 'blocked', reason, detail } }
}

function nothingSuits(budget: number): string {
  return `none of the products in the reply can be bought for ${budget}: name one under governance.seller.offer in the test kit, or raise governance.amounts there`
}
