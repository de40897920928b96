import type { Rule } from '../rule.ts'
import { fixed } from '../schema-refs.ts'
import { stepsOf } from '../walk.ts'

export const unknownSchema: Rule = {
  name: 'unknown-schema',
  summary: 'A step names a schema that the AdCP release does not have.',
  find: ({ value }, context) =>
    stepsOf(value).flatMap(({ step, path }) =>
      (['schema_ref', 'response_schema_ref'] as const)
        .map((key) => ({ ref: fixed(step[key]), path: [...path, key] }))
        .filter(({ ref }) => ref !== undefined && !context.schema(ref))
        .map(({ ref, path: at }) => ({
          path: at,
          severity: 'warning',
          message: `AdCP ${context.release} has no schema "${ref}" for tasks`,
        })),
    ),
}
