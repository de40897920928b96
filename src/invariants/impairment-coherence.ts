import type { FailedOutcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Invariant, Observed } from './invariant.ts'
import { objectsIn, resultOf, textIn } from './objects-in.ts'
import { statusesIn } from './statuses-in.ts'

/** Which status takes which kind of resource out of service (impairment-offline-state). */
const offline: Readonly<Record<string, readonly string[]>> = {
  audience: ['suspended'],
  creative: ['suspended', 'rejected'],
  catalog_item: ['withdrawn'],
  event_source: ['insufficient'],
  property: ['depublished'],
}

/** The health of a media buy, its impairments and the resources that they name tell one story. */
export const impairmentCoherence: Invariant = {
  id: 'impairment.coherence',
  title: 'Health, impairments and the resources behind them agree',
  lines: ['3.1'],
  judge(answered) {
    const newest = answered.at(-1)
    if (newest?.task !== 'get_media_buys') return undefined
    const serviceable = backInService(answered)
    return first(objectsIn(resultOf(newest)?.media_buys), (buy, at) => judgeBuy(buy, `/media_buys/${at}`, serviceable))
  },
}

function judgeBuy(buy: JsonObject, pointer: string, serviceable: ReadonlySet<string>): FailedOutcome | undefined {
  const { health } = buy
  const impairments = objectsIn(buy.impairments)
  if (health === 'impaired' && impairments.length === 0)
    return broken(`${pointer}/health`, 'the media buy is impaired and lists no impairment', 'ok', health)
  if (health === 'ok' && impairments.length > 0)
    return broken(`${pointer}/health`, 'the media buy lists impairments and calls itself ok', 'impaired', health)
  const packages = objectsIn(buy.packages).flatMap(({ package_id: id }) => textIn(id) ?? [])
  return first(impairments, (one, at) => judgeImpairment(one, `${pointer}/impairments/${at}`, packages, serviceable))
}

function judgeImpairment(
  impairment: JsonObject,
  pointer: string,
  packages: readonly string[],
  serviceable: ReadonlySet<string>,
): FailedOutcome | undefined {
  const { resource_type: type, resource_id: id, transition, package_ids: affected } = impairment
  const to = (transition as JsonObject | undefined)?.to
  const allowed = offline[textIn(type) ?? '']
  if (allowed && textIn(to) !== undefined && !allowed.includes(String(to)))
    return broken(`${pointer}/transition/to`, `no ${String(type)} can be ${String(to)}`, allowed, to ?? null)
  const stranger = packages.length === 0 ? undefined : texts(affected).find((one) => !packages.includes(one))
  if (stranger !== undefined)
    return broken(`${pointer}/package_ids`, `the media buy has no package "${stranger}"`, packages, stranger)
  if (!serviceable.has(JSON.stringify([type, id]))) return undefined
  const back = `the ${String(type)} "${String(id)}" is in service again, and the impairment is still listed`
  return broken(pointer, back, 'no impairment for it', id ?? null)
}

/** The resources that were seen out of service, and in service after that. */
function backInService(answered: readonly Observed[]): ReadonlySet<string> {
  const out = new Set<string>()
  const back = new Set<string>()
  for (const { kept, id, status } of answered.flatMap(statusesIn)) {
    const key = JSON.stringify([kept, id])
    const isOut = offline[kept]?.includes(status) ?? false
    if (isOut) out.add(key)
    if (isOut) back.delete(key)
    else if (out.has(key) && inService.has(status)) back.add(key)
  }
  return back
}

const inService = new Set(['approved', 'ready', 'warning'])

function texts(list: Json | undefined): readonly string[] {
  return Array.isArray(list) ? (list as readonly Json[]).flatMap((one) => textIn(one) ?? []) : []
}

function first<T>(
  items: readonly T[],
  judge: (item: T, at: number) => FailedOutcome | undefined,
): FailedOutcome | undefined {
  for (const [at, item] of items.entries()) {
    const broken = judge(item, at)
    if (broken) return broken
  }
  return undefined
}

function broken(pointer: string, message: string, expected: Json, actual: Json): FailedOutcome {
  return { status: 'failed', message, pointer, expected, actual }
}
