import type { Element } from 'hast'
import { h } from 'hastscript'
import type { PhaseReport, RequestChange, RunReport, StepReport, StoryboardReport } from '../../model/run-report.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { counted } from '../counted.ts'
import { peerCallInWords } from '../peer-words.ts'
import { failuresCountedAs, groupBy } from '../report-steps.ts'
import { skipWords } from '../skip-words.ts'
import { exchangeParts, fold, httpPart } from './exchange.ts'
import { findingParts } from './finding.ts'
import { named, stepAnchor, words } from './words.ts'

/** Every storyboard, phase and step, with what was sent and what came back folded in. */
export function stepSection({ storyboards, notSelected }: RunReport): Element {
  return h('section', { id: 'steps', ariaLabelledBy: 'steps-title' }, [
    h('h2', { id: 'steps-title' }, 'Storyboards'),
    ...(storyboards.length === 0 ? [h('p', 'No storyboard was run.')] : storyboards.map(boardPart)),
    ...(storyboards.length === 0 ? [] : leftOut(notSelected)),
  ])
}

function leftOut(notSelected: RunReport['notSelected']): readonly Element[] {
  return groupBy(notSelected, ({ reason }) => reason).map((group) =>
    fold(`Left out: ${counted(group.length, 'storyboard')}, ${group[0]?.reason ?? ''}`, [
      h('p.id', words(group.map(({ storyboard }) => storyboard).join(' '), 20_000)),
    ]),
  )
}

function boardPart(board: StoryboardReport): Element {
  const steps = board.phases.flatMap((phase) => phase.steps)
  const open = board.status === 'failed' || board.status === 'errored'
  return h('details.board', { open }, [
    h('summary', [
      h(`span.badge.${board.status}`, named(board.status)),
      h('span.statement', words(board.title)),
      h('span.id', `${words(board.id)}, ${counted(steps.length, 'step')}`),
    ]),
    ...board.phases.flatMap(phasePart),
  ])
}

function phasePart({ title, steps, optional }: PhaseReport): readonly Element[] {
  return [h('h3', `${words(title)}${optional ? ' (optional)' : ''}`), ...steps.map(stepCard)]
}

function stepCard(step: StepReport): Element {
  const { verdict } = step
  return h(
    'details.card',
    {
      id: stepAnchor(step.address),
      open: verdict.status === 'failed',
      dataKind: 'step',
      dataStatus: verdict.status,
    },
    [
      h('summary', [
        h(`span.badge.${verdict.status}`, named(verdict.status)),
        ...warningBadge(step),
        h('span.statement', words(step.title)),
        h('span.id', `${words(step.id)} · ${words(step.task)}`),
      ]),
      h('div.body', [
        h('p.address', [h('code', words(step.address)), ` line ${step.line}, ${Math.round(step.durationMs)} ms`]),
        ...('detail' in verdict ? [h('p', words(skipWords(verdict)))] : []),
        h('ul.validations', step.validations.map(validationItem)),
        ...changes(step.changes),
        ...(step.exchange ? [...exchangeParts(step.exchange), httpPart(step.exchange)] : []),
        ...peerPart(step),
      ]),
    ],
  )
}

function warningBadge(step: StepReport): readonly Element[] {
  const { length } = failuresCountedAs('advisory', step)
  return length === 0 ? [] : [h('span.badge.warning', counted(length, 'warning'))]
}

function validationItem(validation: ValidationResult): Element {
  const { outcome, severity, requirements, description, check } = validation
  const status = outcome.status === 'failed' && severity === 'advisory' ? 'warning' : outcome.status
  return h('li', [
    h(`span.badge.${status}`, named(status)),
    ` ${words(description)} `,
    h('code', words([check, ...requirements].join(' '))),
    ...noteOf(validation),
    ...findingParts(validation),
  ])
}

function noteOf({ outcome }: ValidationResult): readonly Element[] {
  const note = outcome.status === 'blocked' ? outcome.reason : 'note' in outcome ? outcome.note : undefined
  return note === undefined ? [] : [h('p.note', words(note))]
}

function changes(list: readonly RequestChange[]): readonly Element[] {
  if (list.length === 0) return []
  const rows = list.map(({ pointer, kind, to, why }) =>
    h('tr', [
      h('td', [h('code', words(pointer))]),
      h('td', kind),
      h('td', [h('code', words(JSON.stringify(to), 200))]),
      h('td', words(why, 300)),
    ]),
  )
  return [
    fold('What this program changed in the sample', [
      h('div.scroll', { tabIndex: 0 }, [
        h('table', [
          h('thead', [
            h(
              'tr',
              ['where', 'how', 'sent', 'why'].map((name) => h('th', { scope: 'col' }, name)),
            ),
          ]),
          h('tbody', rows),
        ]),
      ]),
    ]),
  ]
}

function peerPart({ peerCalls = [] }: StepReport): readonly Element[] {
  if (peerCalls.length === 0) return []
  const shown = peerCalls.slice(0, 50).map((call) => h('p', words(peerCallInWords(call, 2_000), 3_000)))
  return [fold(`Came to the hosted governance agent (${peerCalls.length})`, shown)]
}
