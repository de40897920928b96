import type { Position } from '../../model/position.ts'
import type { Page } from '../../report/console-page.ts'

/** A contradiction of the texts, and how verdicts deal with it. */
export function explainPosition(position: Position, page: Page): string[] {
  const { id, title, versions, texts, requirements } = position
  return [
    ...page.line(`${id}  ${title}`, 0, 'bold'),
    '',
    ...page.labelled('versions', versions.join(', ')),
    ...page.labelled('touches', requirements.join(' ') || 'no requirement on a governance agent'),
    ...page.heading('WRITTEN'),
    ...texts.flatMap(({ where, says }) => [...page.line(where, 0, 'dim'), ...page.line(says, 2)]),
    ...page.heading('POSITION'),
    ...page.line(position.position),
    ...page.heading('GRADED'),
    ...page.line(position.graded),
  ]
}
