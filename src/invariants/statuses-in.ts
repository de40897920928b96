import type { Json, JsonObject } from '../model/json.ts'
import type { Observed } from './invariant.ts'
import type { Kept } from './lifecycles.ts'
import { objectsIn, resultOf, textIn } from './objects-in.ts'

/** The status of one thing that an agent keeps, as a reply tells it. */
export interface Sighting {
  readonly kept: Kept
  readonly id: string
  readonly status: string
  /** RFC 6901 pointer into the payload. */
  readonly pointer: string
}

/** Every status that a result tells, by what is known of the task. */
export function statusesIn(one: Observed): readonly Sighting[] {
  const payload = one.expects === 'error' ? undefined : resultOf(one)
  return payload ? (readers[one.task]?.(payload) ?? []) : []
}

type Reader = (payload: JsonObject) => readonly Sighting[]

const mediaBuys: Reader = (payload) => list(payload, 'media_buys', mediaBuy)
const oneMediaBuy: Reader = (payload) => mediaBuy(payload, '')
const creatives: Reader = (payload) => list(payload, 'creatives', simple('creative', 'creative_id'))
const accounts: Reader = (payload) => list(payload, 'accounts', simple('account', 'account_id'))
const session: Reader = (payload) => simple('si_session', 'session_id')(payload, '')
const audiences: Reader = (payload) => list(payload, 'audiences', simple('audience', 'audience_id'))
const catalogs: Reader = (payload) => [...list(payload, 'catalogs', catalog), ...list(payload, 'items', item)]
const proposals: Reader = (payload) => list(payload, 'proposals', simple('proposal', 'proposal_id', 'proposal_status'))

const readers: Readonly<Record<string, Reader>> = {
  create_media_buy: oneMediaBuy,
  update_media_buy: oneMediaBuy,
  get_media_buys: mediaBuys,
  sync_creatives: creatives,
  list_creatives: creatives,
  sync_accounts: accounts,
  list_accounts: accounts,
  si_initiate_session: session,
  si_send_message: session,
  si_terminate_session: session,
  sync_audiences: audiences,
  sync_catalogs: catalogs,
  list_catalogs: catalogs,
  get_products: proposals,
}

type Part = (value: JsonObject, pointer: string) => readonly Sighting[]

function list(payload: JsonObject, key: string, part: Part): readonly Sighting[] {
  return objectsIn(payload[key]).flatMap((value, at) => part(value, `/${key}/${at}`))
}

function simple(kept: Kept, idField: string, statusField = 'status'): Part {
  return (value, pointer) => sighting(kept, value[idField], value[statusField], `${pointer}/${statusField}`)
}

const item: Part = (value, pointer) => simple('catalog_item', 'item_id')(value, pointer)
const catalog: Part = (value, pointer) =>
  objectsIn(value.items).flatMap((one, at) => item(one, `${pointer}/items/${at}`))

/** `status` at the top of a reply may be that of the task: where both vocabularies have a word, it says nothing of the media buy. */
const wordsOfTasks = new Set(['completed', 'rejected', 'canceled'])

function mediaBuy(value: JsonObject, pointer: string): readonly Sighting[] {
  const { media_buy_id: id, media_buy_status: own, status } = value
  const ambiguous = pointer === '' && own === undefined && wordsOfTasks.has(textIn(status) ?? '')
  const field = own === undefined ? 'status' : 'media_buy_status'
  const whole = ambiguous ? [] : sighting('media_buy', id, own ?? status, `${pointer}/${field}`)
  return [...whole, ...approvals(value, textIn(id) ?? '', pointer)]
}

/** A creative is approved for each package apart. */
function approvals(value: JsonObject, mediaBuyId: string, pointer: string): readonly Sighting[] {
  return objectsIn(value.packages).flatMap((pack, at) =>
    objectsIn(pack.creative_approvals).flatMap((one, i) => {
      const id = textIn(one.creative_id) && `${mediaBuyId}/${textIn(pack.package_id) ?? at}/${textIn(one.creative_id)}`
      const where = `${pointer}/packages/${at}/creative_approvals/${i}/approval_status`
      return sighting('creative_approval', id, one.approval_status, where)
    }),
  )
}

function sighting(kept: Kept, id: Json | undefined, status: Json | undefined, pointer: string): readonly Sighting[] {
  const [name, state] = [textIn(id), textIn(status)]
  return name !== undefined && state !== undefined ? [{ kept, id: name, status: state, pointer }] : []
}
