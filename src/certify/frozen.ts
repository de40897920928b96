import type { Bundle } from '../evidence/open-bundle.ts'
import { equalJson } from '../json/equal.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { defaultLimits, type Limits } from '../run/options.ts'
import { seededIds } from './seeded-ids.ts'

/** How every run for a certificate goes: nothing of it can be chosen. */
export const frozenSettings: { readonly dates: 'shift'; readonly limits: Limits } = {
  dates: 'shift',
  limits: defaultLimits,
}

/** A webhook receiver takes ids as well, which no record shows. */
const unseenIds = 1_000
const hiddenId = /^(redacted|00000000-0000-4000-8000-)/

/** Which of the frozen settings a recorded run did not have: sentences. A test kit of its own is told by `amiss`. */
export function thawed({ manifest, report, journal }: Bundle): readonly string[] {
  const { dates, limits, seeded_state, id_seed: seed } = manifest.manner
  const settings = (report.settings ?? {}) as JsonObject
  return [
    ...(dates === frozenSettings.dates
      ? []
      : [`the run had dates ${dates}, and a certificate needs ${frozenSettings.dates}`]),
    ...(equalJson({ ...limits } as Json, { ...frozenSettings.limits } as Json)
      ? []
      : ['the run had limits of its own']),
    ...(seeded_state ? ['the run presupposed state at the agent'] : []),
    ...(settings.context === undefined ? [] : ['the run was told by hand what it could not capture']),
    ...(manifest.stage.agents ? ['the run was of several agents'] : []),
    ...(seed === undefined ? ['the ids of the run do not follow from a seed'] : foreignIds(seed, journal.moments)),
  ]
}

function foreignIds(seed: string, moments: Bundle['journal']['moments']): readonly string[] {
  const used = Object.values(moments).flatMap(({ uuids, opaques }) => [...uuids, ...opaques])
  const ids = seededIds(seed)
  const known = new Set(Array.from({ length: used.length + unseenIds }, () => [ids.uuid(), ids.opaque()]).flat())
  const foreign = used.filter((id) => !known.has(id) && !hiddenId.test(id))
  return foreign.length === 0 ? [] : [`${foreign.length} ids of the run do not follow from its seed`]
}
