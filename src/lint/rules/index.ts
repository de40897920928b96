import type { Rule } from '../rule.ts'
import { fieldValueWithoutValue } from './field-value-without-value.ts'
import { intentPayload } from './intent-payload.ts'
import { missingRequirement } from './missing-requirement.ts'
import { missingTestKit } from './missing-test-kit.ts'
import { pastFlightDate } from './past-flight-date.ts'
import { sampleRequestSchema } from './sample-request-schema.ts'
import { stepCannotFail } from './step-cannot-fail.ts'
import { undefinedContext } from './undefined-context.ts'
import { unknownCheck } from './unknown-check.ts'
import { unknownField } from './unknown-field.ts'
import { unknownPlaceholder } from './unknown-placeholder.ts'
import { unknownRequirement } from './unknown-requirement.ts'
import { unknownSchema } from './unknown-schema.ts'
import { unknownStep } from './unknown-step.ts'
import { unreadablePath } from './unreadable-path.ts'
import { unsatisfiablePair } from './unsatisfiable-pair.ts'

/** Every rule, in the order in which they speak of one place. */
export const rules: readonly Rule[] = [
  unknownCheck,
  unknownField,
  fieldValueWithoutValue,
  unreadablePath,
  unknownPlaceholder,
  undefinedContext,
  unknownStep,
  missingTestKit,
  unknownSchema,
  sampleRequestSchema,
  intentPayload,
  pastFlightDate,
  unsatisfiablePair,
  stepCannotFail,
  unknownRequirement,
  missingRequirement,
]
