import type { Rule } from '../rule.ts'
import { stepsOf, validationsOf } from '../walk.ts'

export const unknownRequirement: Rule = {
  name: 'unknown-requirement',
  summary: 'A validation grades a requirement that is not in the catalogue.',
  find: ({ value }, { requirements }) =>
    stepsOf(value)
      .flatMap(validationsOf)
      .flatMap(({ validation, path }) =>
        (validation.requirements ?? [])
          .map((id, i) => ({ id, path: [...path, 'requirements', i] }))
          .filter(({ id }) => !requirements.has(id))
          .map(({ id, path: at }) => ({
            path: at,
            severity: 'error',
            message: `there is no requirement "${id}" in the catalogue`,
          })),
      ),
}
