import type { PreviewedBoard, PreviewedStep } from '../plan/preview.ts'
import type { Page } from '../report/console-page.ts'
import { counted } from '../report/counted.ts'
import type { DryRun } from '../run.ts'
import { callsOf } from './machine-plan.ts'

/** A dry run for people: what would be sent, step by step; with `quiet`, only the sums. */
export function planText(found: DryRun, { quiet = false }: { readonly quiet?: boolean }, page: Page): string[] {
  const { agent, url, adcp, storyboards, notSelected } = found
  return [
    ...page.labelled('agent', agent ? `${url}  asked for tools/list and get_adcp_capabilities` : `${url}  not asked`),
    ...page.labelled('AdCP', `${adcp.line}, schemas of ${adcp.release}`),
    ...page.labelled('scope', scopeInWords(found)),
    ...(quiet ? [] : storyboards.flatMap((board) => boardLines(board, page))),
    ...(quiet || notSelected.length === 0 ? [] : page.heading('NOT SELECTED')),
    ...(quiet ? [] : notSelected.flatMap(({ storyboard, reason }) => page.line(`${storyboard}: ${reason}`))),
    ...page.heading('SUM'),
    ...page.line(sums(storyboards)),
    ...page.line('nothing of this was sent'),
  ]
}

function scopeInWords({ scope }: DryRun): string {
  return scope.kind === 'selection' ? `storyboards ${scope.storyboards.join(', ')}` : `${scope.id}  ${scope.title}`
}

function boardLines(board: PreviewedBoard, page: Page): string[] {
  const seeding = board.seedingCalls === 0 ? '' : `, ${counted(board.seedingCalls, 'call')} to seed fixtures first`
  return [
    ...page.heading(board.id, `${board.title}: ${counted(callsOf(board), 'call')}${seeding}`),
    ...board.steps.flatMap((step) => stepLines(step, page)),
  ]
}

function stepLines(step: PreviewedStep, page: Page): string[] {
  if (step.decided) return page.line(`${step.address}  not sent, ${inWords(step.decided)}`, 0, 'dim')
  const notes = [
    ...(step.calls === 0 ? ['no call of a task'] : []),
    ...(step.calls > 1 ? [`${step.calls} calls at once`] : []),
    ...(step.changesState ? ['changes state'] : []),
    ...(step.sentAs === undefined ? [] : [`sent as ${step.sentAs}`]),
  ]
  return [
    ...page.line(`${step.address}  ${step.task}${notes.length > 0 ? `  (${notes.join(', ')})` : ''}`),
    ...(step.request === undefined ? [] : page.line(JSON.stringify(step.request), 2, 'dim')),
    ...(step.open.length === 0 ? [] : page.line(`filled in the run: ${step.open.join(', ')}`, 2, 'dim')),
  ]
}

function inWords({ status, reason }: NonNullable<PreviewedStep['decided']>): string {
  return `${status.replace('_', ' ')}: ${reason}`
}

function sums(boards: readonly PreviewedBoard[]): string {
  const steps = boards.flatMap((board) => board.steps)
  const calls = boards.reduce((sum, board) => sum + callsOf(board), 0)
  const changing = steps.filter(({ changesState, calls: sent }) => changesState && sent > 0).length
  const decided = steps.filter((step) => step.decided).length
  return `${counted(boards.length, 'storyboard')}, ${counted(steps.length, 'step')}: ${counted(calls, 'call')}, ${changing} of them change state; ${counted(decided, 'step')} not sent`
}
