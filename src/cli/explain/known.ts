import { checks } from '../../checks/index.ts'
import { rules } from '../../lint/rules/index.ts'
import { shippedPositions } from '../../load/index.ts'
import type { Position } from '../../model/position.ts'
import { type Fault, faults } from '../../reference/faults/index.ts'
import { sellerFaults } from '../../reference/seller-faults/index.ts'
import { addressedSteps, type Catalogue, loadCatalogue } from '../catalogue.ts'

export type KnownFault = Pick<Fault, 'id' | 'requirement' | 'title'>

/** Everything that has an id. */
export interface Known extends Catalogue {
  readonly checks: typeof checks
  readonly rules: typeof rules
  /** Of governance agents and of sellers. */
  readonly faults: readonly KnownFault[]
  readonly positions: readonly Position[]
}

export async function loadKnown(): Promise<Known> {
  const [catalogue, positions] = await Promise.all([loadCatalogue(), shippedPositions()])
  return { ...catalogue, checks, rules, faults: [...faults, ...sellerFaults], positions }
}

/** Every id, for whoever misspelt one. */
export function idsOf({ storyboards, requirements, profiles, ...known }: Known): readonly string[] {
  return [
    ...requirements.map(({ id }) => id),
    ...storyboards.map(({ value }) => value.id),
    ...profiles.map(({ value }) => value.id),
    ...known.checks.map(({ kind }) => kind),
    ...known.faults.map(({ id }) => id),
    ...known.rules.map(({ name }) => name),
    ...known.positions.map(({ id }) => id),
    ...addressedSteps(storyboards).map(({ address }) => address),
  ]
}
