import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Invariants } from '../model/storyboard.ts'
import { conflictNoPayloadLeak } from './conflict-no-payload-leak.ts'
import { denialBlocksMutation } from './denial-blocks-mutation.ts'
import { impairmentCoherence } from './impairment-coherence.ts'
import type { Invariant } from './invariant.ts'
import { noSecretEcho } from './no-secret-echo.ts'
import { statusMonotonic } from './status-monotonic.ts'

/** The rules over all steps, in reading order. */
export const invariants: readonly Invariant[] = [
  conflictNoPayloadLeak,
  noSecretEcho,
  denialBlocksMutation,
  statusMonotonic,
  impairmentCoherence,
]

export type InForce =
  | { readonly status: 'known'; readonly ids: ReadonlySet<string> }
  | { readonly status: 'unknown'; readonly ids: readonly string[] }

/**
 * The invariants that hold in a storyboard: those of the AdCP line by default; a list adds to them, an object turns some off or on.
 * Ids that this release does not know are named, so that nothing is passed over.
 */
export function invariantsInForce(authored: Invariants | undefined, { line }: AdcpVersion): InForce {
  const { disable = [], enable = [] } = isList(authored) ? { enable: authored } : (authored ?? {})
  const known = new Set(invariants.map(({ id }) => id))
  const unknown = [...disable, ...enable].filter((id) => !known.has(id))
  if (unknown.length > 0) return { status: 'unknown', ids: unknown }
  const byDefault = invariants.filter(({ lines }) => lines.includes(line)).map(({ id }) => id)
  const ids = new Set([...byDefault, ...enable].filter((id) => !disable.includes(id)))
  return { status: 'known', ids }
}

function isList(authored: Invariants | undefined): authored is readonly string[] {
  return Array.isArray(authored)
}
