import { AuthoringDefect } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, FailedOutcome, Outcome } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { noCall, type PeerSelection, peerCalls, peerSelectionSchema } from './peer-calls.ts'
import { priceCurrency } from './price-currency.ts'

/** Half of the smallest unit of most currencies: sums of fractions are not exact. */
const tolerance = 0.005

export const govPeerPlanned: Check<'gov_peer_planned', PeerSelection> = {
  kind: 'gov_peer_planned',
  summary:
    'The last planned_delivery that the hosted governance agent was asked about is not empty, and its budget, where it tells one, is no less than what the seller confirms.',
  params: { type: 'object', properties: peerSelectionSchema },
  evaluate(params, evidence) {
    const call = peerCalls(params, evidence).at(-1)
    if (call === undefined) return noCall(params)
    const { reply } = evidence
    if (reply.kind !== 'task' || reply.error || reply.interim)
      return { status: 'not_applicable', note: 'the seller has confirmed nothing' }
    const planned = call.arguments.planned_delivery
    if (!isJsonObject(planned) || Object.keys(planned).length === 0)
      return failed('the seller asked without saying what it plans', 'a planned_delivery', planned ?? null)
    return covering(planned, priceCurrency(evidence), confirmedIn(evidence))
  },
}

function covering(
  { total_budget: total, currency }: JsonObject,
  price: string | undefined,
  confirmed: number,
): Outcome {
  if (typeof total !== 'number') return { status: 'passed', note: 'the planned delivery tells no budget' }
  const expected = { at_least: confirmed, ...(price !== undefined && { currency: price }) }
  const actual = { total_budget: total, ...(currency !== undefined && { currency }) }
  if (currency === undefined || currency === price)
    return total >= confirmed - tolerance
      ? { status: 'passed' }
      : failed('the seller asked about less than it confirms', expected, actual)
  // Another amount may be a conversion; the same number cannot be.
  return price !== undefined && Math.abs(total - confirmed) <= tolerance
    ? failed('the seller asked about the same number in another currency', expected, actual)
    : { status: 'passed', note: 'the budget of the planned delivery is in another currency' }
}

/** The budgets of the packages, as the reply confirms them; where it tells none, as they were asked for. */
function confirmedIn({ payload, request }: Evidence): number {
  const places = [readPath(payload, 'packages'), readPath(payload, 'affected_packages'), request.packages]
  const [first] = places.map(sumOf).filter((sum) => sum !== undefined)
  if (first === undefined) throw new AuthoringDefect('neither the request nor the reply tells the budgets of packages')
  return first
}

function sumOf(packages: Json | undefined): number | undefined {
  if (!Array.isArray(packages) || packages.length === 0) return undefined
  const budgets = (packages as readonly Json[]).map((one) => (isJsonObject(one) ? one.budget : undefined))
  const amounts = budgets.filter((budget) => typeof budget === 'number')
  return amounts.length === budgets.length ? amounts.reduce((sum, one) => sum + one, 0) : undefined
}

function failed(message: string, expected: Json, actual: Json): FailedOutcome {
  return { status: 'failed', message, pointer: null, expected, actual }
}
