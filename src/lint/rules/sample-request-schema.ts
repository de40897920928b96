import type { JsonObject } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'
import { fillSample } from '../fill-sample.ts'
import type { Defect, LintContext, Rule } from '../rule.ts'
import { schemaDefects } from '../schema-defects.ts'
import { requestRefOf, taskOf } from '../schema-refs.ts'
import { type PlacedStep, stepsOf } from '../walk.ts'

/** What the agent would be asked with must be a valid request, unless the step is about an invalid one. */
export const sampleRequestSchema: Rule = {
  name: 'sample-request-schema',
  summary: 'A sample request breaks the request schema of its task.',
  find: ({ value }, context) =>
    stepsOf(value)
      .filter(({ step }) => isMeantValid(step) && isSentAt(context.release, step))
      .flatMap((placed) => defectsOf(placed, value.context ?? {}, context)),
}

/** The language's own default: a step that expects an error has a malformed sample unless it says otherwise. */
export function isMeantValid(step: Step): boolean {
  if (step.sample_request_skip_schema || !step.sample_request) return false
  const expectsError = step.expect_error || step.gov_reply === 'error'
  return step.negative_path === 'payload_well_formed' || (!expectsError && step.negative_path !== 'schema_invalid')
}

/** A step that is limited to other AdCP lines is never sent at this release. */
function isSentAt(release: string, { versions }: Step): boolean {
  return versions === undefined || versions.some((line) => release.startsWith(`${line}.`))
}

function defectsOf({ step, path }: PlacedStep, given: JsonObject, context: LintContext): readonly Defect[] {
  const ref = requestRefOf(step, context)
  const schema = ref === undefined ? undefined : context.schema(ref)
  if (!schema) return []
  const request = withRunnersKey(step, context)
  const sample = fillSample(request, { given, kit: context.kit, inputs: step.context_inputs ?? [] })
  return schemaDefects(schema.validate(sample.value), sample.unknown).map(({ path: below, message }) => ({
    path: [...path, 'sample_request', ...below],
    severity: 'error',
    message: `${message} (${ref})`,
  }))
}

/** The runner adds an idempotency key where the schema requires one; a step that omits it does so on purpose. */
function withRunnersKey(step: Step, { task }: LintContext): JsonObject {
  const request = step.sample_request ?? {}
  const needed = task(taskOf(step))?.requiresIdempotencyKey && !Object.hasOwn(request, 'idempotency_key')
  return needed ? { ...request, idempotency_key: '$generate:uuid_v4' } : request
}
