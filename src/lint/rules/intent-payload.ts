import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { fillSample } from '../fill-sample.ts'
import type { Defect, LintContext, Rule } from '../rule.ts'
import { schemaDefects } from '../schema-defects.ts'
import { intentRefOf } from '../schema-refs.ts'
import { type PlacedStep, stepsOf } from '../walk.ts'
import { isMeantValid } from './sample-request-schema.ts'

/** check_governance leaves `payload` open; an agent may still refuse one that is no request of the tool it names. */
export const intentPayload: Rule = {
  name: 'intent-payload',
  summary: 'The payload of an intent check is not a valid request of the tool that it names.',
  find: ({ value }, context) =>
    stepsOf(value)
      .filter(({ step }) => isMeantValid(step))
      .flatMap((placed) => defectsOf(placed, value.context ?? {}, context)),
}

function defectsOf({ step, path }: PlacedStep, given: JsonObject, context: LintContext): readonly Defect[] {
  const ref = intentRefOf(step, context)
  const schema = ref === undefined ? undefined : context.schema(ref)
  const payload = step.sample_request?.payload
  if (!schema || !isJsonObject(payload)) return []
  const sample = fillSample(payload, { given, kit: context.kit, inputs: [] })
  return schemaDefects(schema.validate(sample.value), sample.unknown).map(({ path: below, message }) => ({
    path: [...path, 'sample_request', 'payload', ...below],
    severity: 'warning',
    message: `${message} (${ref})`,
  }))
}
