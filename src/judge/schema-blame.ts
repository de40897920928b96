import { brokenRules } from '../checks/broken-rules.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Requirement, SchemaPlaces } from '../model/requirement.ts'
import type { PhaseReport, StepReport, StoryboardReport } from '../model/run-report.ts'
import type { SchemaError } from '../model/schema-set.ts'
import type { ValidationResult } from '../model/verdict.ts'
import { isSpokenOf } from './schema-places.ts'

interface Spoken {
  readonly id: string
  readonly places: SchemaPlaces
}

/**
 * The same reports, with each error of a response schema held against the requirements that speak of its place and no others:
 * a failed validation becomes one for each of them, one for the errors that no requirement speaks of, and a passed one
 * for the requirements that it names and nothing breaks.
 */
export function blameSchemaErrors(
  boards: readonly StoryboardReport[],
  catalogue: ReadonlyMap<string, Requirement>,
  adcp: AdcpVersion,
): readonly StoryboardReport[] {
  const all = [...catalogue.values()].filter(({ versions }) => versions.includes(adcp.line))
  const spoken = all.flatMap(({ id, response_schema: places }): readonly Spoken[] => (places ? [{ id, places }] : []))
  const blamed = ({ validations, ...step }: StepReport): StepReport => {
    const ofTask = spoken.filter(({ places }) => places.task === step.task)
    return { ...step, validations: validations.flatMap((one) => split(one, ofTask, adcp)) }
  }
  const inPhase = (phase: PhaseReport): PhaseReport => ({ ...phase, steps: phase.steps.map(blamed) })
  return boards.map((board) => ({ ...board, phases: board.phases.map(inPhase) }))
}

function split(result: ValidationResult, spoken: readonly Spoken[], adcp: AdcpVersion): readonly ValidationResult[] {
  if (result.check !== 'response_schema' || result.outcome.status !== 'failed') return [result]
  const errors = result.outcome.schemaErrors
  const byName = result.requirements.filter((id) => !spoken.some((one) => one.id === id))
  if (errors === undefined) return notHeld(result, byName)
  const broken = spoken
    .map((one) => ({ ...one, errors: errors.filter((error) => isSpokenOf(error, one.places.at, adcp)) }))
    .filter((one) => one.errors.length > 0)
  const others = errors.filter((error) => !broken.some((one) => one.errors.includes(error)))
  return [
    ...broken.flatMap((one) => failedBy(result, [one.id], one.errors)),
    ...failedBy(result, byName, byName.length > 0 ? errors : others),
    ...holdingFor(
      result,
      spoken.filter(({ id }) => !broken.some((one) => one.id === id)),
    ),
  ]
}

/** No result came: that says nothing of the shape that results have. */
function notHeld(result: ValidationResult, byName: readonly string[]): readonly ValidationResult[] {
  const spared = result.requirements.filter((id) => !byName.includes(id))
  const note = 'there is no result that could be held against the schema'
  const rest: ValidationResult = { ...result, requirements: spared, outcome: { status: 'not_applicable', note } }
  return [{ ...result, requirements: byName }, ...(spared.length > 0 ? [rest] : [])]
}

function failedBy(
  result: ValidationResult,
  requirements: readonly string[],
  [first, ...others]: readonly SchemaError[],
): readonly ValidationResult[] {
  if (first === undefined || result.outcome.status !== 'failed') return []
  return [{ ...result, requirements, outcome: { ...result.outcome, ...brokenRules([first, ...others]) } }]
}

function holdingFor(result: ValidationResult, unbroken: readonly Spoken[]): readonly ValidationResult[] {
  const requirements = result.requirements.filter((id) => unbroken.some((one) => one.id === id))
  const note = 'what the schema finds wrong lies elsewhere in the reply'
  return requirements.length > 0 ? [{ ...result, requirements, outcome: { status: 'passed', note } }] : []
}
