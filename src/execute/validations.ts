import { findCheck } from '../checks/index.ts'
import type { ReadyValidation } from '../judge/judge-step.ts'
import { isAtLeast } from '../judge/semver.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { RequestChange } from '../model/run-report.ts'
import type { Validation } from '../model/storyboard.ts'
import type { Scope } from '../request/scope.ts'
import { substitute } from '../request/substitute.ts'
import type { StepSetting } from './step-setting.ts'

/** The validations of a step, as they count in this run. */
export function readyValidations(
  { step }: PlannedStep,
  { run, state }: Pick<StepSetting, 'run' | 'state'>,
  changes: readonly RequestChange[],
): readonly ReadyValidation[] {
  return (step.validations ?? []).map((authored) =>
    promoted(readyValidation(authored, state.scope(), changes), run.adcp.release),
  )
}

/** Resolves the placeholders in a validation's parameters, and moves the dates that moved in the request. */
export function readyValidation(
  authored: Validation,
  scope: Scope,
  changes: readonly RequestChange[],
): ReadyValidation {
  const {
    check: _check,
    id: _id,
    description: _description,
    severity: _severity,
    requirements: _requirements,
    versions: _versions,
    expires_after_version: _expires,
    permanent_advisory: _permanent,
    ...params
  } = authored
  const { value, unresolved } = substitute(params as JsonObject, scope)
  const shifted = new Map(changes.filter(({ kind }) => kind === 'shifted').map(({ from, to }) => [from, to]))
  const ready = { authored, params: moved(value, shifted) as Readonly<Record<string, Json>> }
  const [missing] = unresolved
  return missing ? { ...ready, unresolved: `${missing.token} has no value: ${missing.why}` } : ready
}

/** An advisory validation counts from the release on that its author names; a check that is not known here never does. */
function promoted(ready: ReadyValidation, release: string): ReadyValidation {
  const { severity, expires_after_version: from, check } = ready.authored
  if (severity !== 'advisory' || typeof from !== 'string' || !isAtLeast(release, from) || !findCheck(check))
    return ready
  return { ...ready, authored: { ...ready.authored, severity: 'required' }, promoted: true }
}

function moved(node: Json, shifted: ReadonlyMap<Json | undefined, Json>): Json {
  if (shifted.size === 0) return node
  if (Array.isArray(node)) return (node as readonly Json[]).map((item) => moved(item, shifted))
  if (typeof node === 'object' && node !== null)
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, moved(item, shifted)]))
  return shifted.get(node) ?? node
}
