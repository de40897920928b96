import type { Rule } from '../rule.ts'
import { placeholderTextsOf, stepsOf } from '../walk.ts'

/** A step with such a placeholder is never sent. */
export const unknownPlaceholder: Rule = {
  name: 'unknown-placeholder',
  summary: 'A placeholder is of no kind that the runner can fill.',
  find: ({ value }) =>
    stepsOf(value)
      .flatMap(placeholderTextsOf)
      .flatMap(({ text, path }) =>
        unknownIn(text).map((message) => ({ path, severity: 'error', message: `nothing fills ${message}` })),
      ),
}

function unknownIn(text: string): readonly string[] {
  const braces = [...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)]
    .filter(([, inner = '']) => !/^(runner\..+|prior_step\.[\w-]+\..+)$/.test(inner))
    .map(([token]) => `${token}: write {{runner.<name>}}, {{prior_step.<id>.<path>}} or $context.<name>`)
  const kinds = [...text.matchAll(/\$generate:(\w+)/g)]
    .filter(([, kind = '']) => !['uuid_v4', 'opaque_id'].includes(kind))
    .map(([token]) => `${token}: the kinds are uuid_v4 and opaque_id`)
  const instances = [...text.matchAll(/\$instance\.[\w.-]+/g)].map(
    ([token]) => `${token}: it stands for a value of the storyboard's \`instances\`, outside of them`,
  )
  return [...braces, ...kinds, ...instances]
}
