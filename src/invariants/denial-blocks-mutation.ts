import type { JsonObject } from '../model/json.ts'
import type { Invariant, Observed, World } from './invariant.ts'
import { resultOf, textIn } from './objects-in.ts'

/** Tasks whose result gives the caller something that costs, by the name of what it gives. */
const acquisitions: Readonly<Record<string, string>> = {
  create_media_buy: 'media_buy_id',
  update_media_buy: 'media_buy_id',
  activate_signal: 'activation_id',
  create_property_list: 'property_list_id',
  update_property_list: 'property_list_id',
  create_collection_list: 'collection_list_id',
  update_collection_list: 'collection_list_id',
  acquire_rights: 'acquisition_id',
}
const denials = new Set(['GOVERNANCE_DENIED', 'CAMPAIGN_SUSPENDED'])
/** States of a media buy in which nothing was bought. */
const notAcquired = new Set(['rejected', 'canceled', 'failed', 'submitted', 'working', 'input-required'])

/** After a plan was denied, nothing is acquired for it until it is decided anew. */
export const denialBlocksMutation: Invariant = {
  id: 'governance.denial_blocks_mutation',
  title: 'Nothing is acquired for a plan after governance denied it',
  lines: ['3.0', '3.1'],
  judge(answered, world) {
    const newest = answered.at(-1)
    const acquired = newest && acquiredBy(newest)
    if (!newest || !acquired) return undefined
    const plan = planOf(newest)
    const denied = openDenial(answered.slice(0, -1), plan, world)
    if (!denied) return undefined
    return {
      status: 'failed',
      message: `${newest.task} gave ${acquired.field} "${acquired.id}"${plan === undefined ? '' : ` for the plan "${plan}"`}, which the step ${denied.step} saw denied`,
      pointer: `/${acquired.field}`,
      expected: null,
      actual: acquired.id,
    }
  },
}

/** The last decision on the plan counts, or on no plan in particular: what was denied and then approved is not denied any more. */
function openDenial(earlier: readonly Observed[], plan: string | undefined, world: World): Observed | undefined {
  const concerns = (one: Observed) => [plan, undefined].includes(planOf(one))
  const decided = earlier.filter((one) => concerns(one) && decisionOf(one, world) !== undefined)
  const last = decided.at(-1)
  return last && decisionOf(last, world) === 'denied' ? last : undefined
}

/** An error that the author expected is a lesson of the storyboard, not a decision that what follows breaks. */
function decisionOf(one: Observed, { adcp }: World): 'denied' | 'other' | undefined {
  const { reply } = one.exchange
  const code = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
  if (code !== undefined) return denials.has(code) && one.expects !== 'error' ? 'denied' : undefined
  const payload = one.task === 'check_governance' ? resultOf(one) : undefined
  const decision = textIn(payload?.[adcp.decisionField])
  if (decision === undefined) return undefined
  return decision === 'denied' ? 'denied' : 'other'
}

function planOf({ exchange: { request, reply } }: Observed): string | undefined {
  const payload: JsonObject | undefined = reply.kind === 'task' ? reply.payload : undefined
  return textIn(payload?.plan_id) ?? textIn(request.payload.plan_id)
}

function acquiredBy(one: Observed): { readonly field: string; readonly id: string } | undefined {
  const field = acquisitions[one.task]
  const payload = one.expects === 'error' ? undefined : resultOf(one)
  const id = field === undefined ? undefined : textIn(payload?.[field])
  if (field === undefined || id === undefined || givesUp(one.exchange.request.payload)) return undefined
  const status = textIn(payload?.media_buy_status) ?? textIn(payload?.status)
  return status !== undefined && notAcquired.has(status) ? undefined : { field, id }
}

/** To pause or cancel acquires nothing. */
function givesUp({ paused, canceled }: JsonObject): boolean {
  return paused === true || canceled === true
}
