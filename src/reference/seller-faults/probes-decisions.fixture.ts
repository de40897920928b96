import type { JsonObject } from '../../model/json.ts'
import {
  approve,
  codeOf,
  conditions,
  deny,
  governedBed,
  rights,
  type ScriptedCheck,
  silence,
} from '../seller.fixture.ts'
import { buy, buyWhen, made, otherwise, type SellerProbe } from './probe-acts.fixture.ts'

export const decisionsProbes: Readonly<Record<string, SellerProbe>> = {
  'GOV-SE-008': async (parts) => {
    const bed = await governedBed(parts)
    await buy(bed)
    for (const act of [otherwise.activate, otherwise.build, otherwise.acquire]) await act(bed)
    return bed.checks.length
  },
  'GOV-SE-009': async (parts) => {
    const bed = await governedBed(parts)
    return [codeOf(await buyWhen(deny, bed)), codeOf(await otherwise.build(bed))]
  },
  'GOV-SE-010': async (parts) => {
    const { payload, isError } = await buyWhen(deny, await governedBed(parts))
    return [isError, 'errors' in payload, 'adcp_error' in payload]
  },
  'GOV-SE-011': async (parts) => {
    const bed = await governedBed(parts)
    bed.answer(deny)
    const { isError, payload } = await bed.call('acquire_rights', rights({ governance_context: bed.token() }))
    return [isError, payload.status ?? null, codeOf({ isError, payload })]
  },
  'GOV-SE-012': async (parts) => {
    const bed = await governedBed(parts)
    return [codeOf(await buyWhen(silence, bed)), codeOf(await otherwise.activate(bed))]
  },
  'GOV-SE-013': async (parts) => {
    const bed = await governedBed(parts)
    await buyWhen(silence, bed)
    return bed.checks.length
  },
  'GOV-SE-014': async (parts) => {
    const bed = await governedBed(parts)
    await buyWhen(conditions('planned_delivery.geo.countries', ['CA']), bed)
    return bed.checks.map(({ args }) => (args.planned_delivery as JsonObject | undefined)?.geo ?? null)
  },
  'GOV-SE-015': async (parts) => {
    const bed = await governedBed(parts)
    const garbage: ScriptedCheck = () => ({ payload: { result: 'ok' }, isError: false })
    for (const answer of [conditions('total_budget', 1), garbage]) await buyWhen(answer, bed)
    return (await made(bed)).length
  },
  'GOV-SE-052': async (parts) => {
    const bed = await governedBed(parts)
    await buyWhen(deny, bed)
    return (await made(bed)).length
  },
  'GOV-SE-053': async (parts) => {
    const bed = await governedBed(parts)
    await buy(bed)
    return (await made(bed)).length
  },
  'GOV-SE-054': async (parts) => {
    const bed = await governedBed(parts)
    await buyWhen(deny, bed)
    return (await buyWhen(approve, bed)).isError
  },
  'GOV-SE-055': async (parts) => {
    const { payload } = await buyWhen(deny, await governedBed(parts))
    const error = (payload.adcp_error ?? (payload.errors as readonly JsonObject[] | undefined)?.[0]) as
      | JsonObject
      | undefined
    return (error?.details as JsonObject | undefined)?.findings ?? null
  },
}
