import type { Element } from 'hast'
import { h } from 'hastscript'
import type { ValidationResult } from '../../model/verdict.ts'
import { pretty, words } from './words.ts'

/** What is wrong, what was expected, what came, and where. */
export function findingParts({ outcome, schema }: ValidationResult): readonly Element[] {
  if (outcome.status !== 'failed') return []
  return [
    h('p.wrong', words(outcome.message)),
    h('dl.compare', [
      h('div', [h('dt', 'expected'), h('dd', [h('pre', { tabIndex: 0 }, pretty(outcome.expected))])]),
      h('div.actual', [h('dt', 'actual'), h('dd', [h('pre', { tabIndex: 0 }, pretty(outcome.actual))])]),
      ...(outcome.pointer === null
        ? []
        : [
            h('div', [
              h('dt', 'where'),
              h('dd', [outcome.pointer === '' ? 'the whole reply' : h('code', words(outcome.pointer))]),
            ]),
          ]),
    ]),
    ...(outcome.schemaErrors ?? [])
      .slice(0, 20)
      .map(({ instancePath, message, schemaPath }) =>
        h('p.schema', words(`${instancePath || 'the whole reply'}: ${message} (${schemaPath})`)),
      ),
    ...(schema ? [h('p.schema', ['Schema: ', h('code', words(schema.id))])] : []),
  ]
}
