import type { Rule } from '../rule.ts'
import { stepsOf, validationsOf } from '../walk.ts'

/** Old storyboards have it; runners that let it pass when the field is absent made it pass on the wrong reply. */
export const fieldValueWithoutValue: Rule = {
  name: 'field-value-without-value',
  summary: 'A field_value validation says neither which value nor which values are allowed.',
  find: ({ value }) =>
    stepsOf(value)
      .flatMap(validationsOf)
      .filter(
        ({ validation: v }) => v.check === 'field_value' && v.value === undefined && v.allowed_values === undefined,
      )
      .map(({ path }) => ({
        path,
        severity: 'error',
        message: 'field_value needs "value" or "allowed_values": without either there is nothing to compare with',
      })),
}
