import type { AdcpVersion } from '../model/adcp-version.ts'
import type { SchemaError } from '../model/schema-set.ts'

/** True when one of the places (as in the catalogue of requirements) is where the error lies. */
export function isSpokenOf(error: SchemaError, places: readonly string[], adcp: AdcpVersion): boolean {
  return places.some((place) => {
    const [pointer = '', keyword] = place.split(' ')
    return (keyword === undefined || keyword === error.keyword) && matches(segmentsOf(pointer, adcp), pointerOf(error))
  })
}

/** Where the error lies: a member that is missing, or one too many, has a place of its own. */
function pointerOf({ instancePath, property }: SchemaError): readonly string[] {
  const steps = instancePath.split('/').slice(1)
  return property === undefined ? steps : [...steps, property]
}

function segmentsOf(pointer: string, adcp: AdcpVersion): readonly string[] {
  const named = pointer.replace('{decision}', adcp.decisionField).replace('{outcome}', adcp.outcomeField)
  return named.split('/').slice(1)
}

function matches([wanted, ...more]: readonly string[], [step, ...rest]: readonly string[]): boolean {
  if (wanted === '**') return true
  if (wanted === undefined || step === undefined) return wanted === step
  return (wanted === '*' || wanted === step) && matches(more, rest)
}
