import type { Located } from '../../model/located.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import type { Page } from '../../report/console-page.ts'
import { docsUrl } from '../../report/docs-url.ts'
import { type AddressedStep, addressedSteps, requirementsOf } from '../catalogue.ts'
import { validationLines } from './explain-requirement.ts'

/** What a storyboard does, phase by phase, and what each step asserts. */
export function explainStoryboard(board: Located<Storyboard>, page: Page): string[] {
  const { id, title = '', summary, narrative, required_tools = [], prerequisites, phases } = board.value
  const steps = addressedSteps([board])
  return [
    ...page.line(`${id}  ${title}`, 0, 'bold'),
    ...[summary, narrative].flatMap((text) => paragraph(text, page, 0)),
    '',
    ...page.labelled('file', board.file),
    ...(required_tools.length === 0 ? [] : page.labelled('needs', `any of ${required_tools.join(', ')}`)),
    ...(prerequisites?.test_kit === undefined ? [] : page.labelled('kit', prerequisites.test_kit)),
    ...page.labelled('grades', requirementsOf(steps.map(({ step }) => step)).join(' ') || 'no requirement'),
    ...phases.flatMap((phase) => [
      ...page.heading(phase.title ?? phase.id),
      ...paragraph(phase.narrative, page, 0),
      ...steps.filter((at) => at.phase === phase).flatMap((at) => stepLines(at, page)),
    ]),
  ]
}

/** One step: what is sent, what is asserted, what later steps can use. */
export function explainStep(at: AddressedStep, page: Page): string[] {
  const { step, board, line } = at
  return [
    ...page.line(`${at.address}  ${step.title ?? ''}`, 0, 'bold'),
    ...paragraph(step.narrative, page, 0),
    '',
    ...page.labelled('file', `${board.file}:${line}`),
    ...page.labelled('task', step.task),
    ...page.labelled('reply', expectedReply(at)),
    ...(step.doc_ref === undefined ? [] : page.labelled('see', docsUrl(step.doc_ref))),
    ...page.heading('REQUEST'),
    ...JSON.stringify(step.sample_request ?? {}, null, 2)
      .split('\n')
      .flatMap((text) => page.line(text, text.length - text.trimStart().length)),
    ...page.heading('ASSERTED'),
    ...(step.validations ?? []).flatMap((validation) => validationLines(validation, page, 0)),
    ...(step.context_outputs ?? []).flatMap(({ name, key, path }) =>
      page.labelled('captures', `${name ?? key} from ${path ?? 'a generated value'}`),
    ),
  ]
}

function stepLines(at: AddressedStep, page: Page): string[] {
  const { step, address } = at
  return [
    ...page.line(`${step.title ?? step.id}  (${step.task})`),
    ...page.line(address, 2, 'dim'),
    ...(step.validations ?? []).flatMap((validation) => validationLines(validation, page, 4)),
  ]
}

function expectedReply({ step }: AddressedStep): string {
  const kind = step.gov_reply ?? (step.expect_error ? 'error' : 'success')
  return kind === 'any' ? 'a result or an error' : kind === 'error' ? 'an error' : 'a result'
}

/** Authored line ends are for the file's reader; the terminal has its own width. */
function paragraph(text: string | undefined, page: Page, indent: number): string[] {
  return text === undefined ? [] : page.line(text.trim().replace(/\s+/g, ' '), indent)
}
