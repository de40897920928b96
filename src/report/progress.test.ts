import { expect, it } from 'vitest'
import type { RunEvent } from '../model/run-event.ts'
import { createProgress } from './progress.ts'
import { richReport } from './rich-report.fixture.ts'

/** A run of the first storyboard, as its events tell it. */
function events(): readonly RunEvent[] {
  const report = richReport()
  const [storyboard] = report.storyboards
  if (!storyboard || !report.agent) throw new Error('the rich report lost its storyboard')
  const steps = storyboard.phases.flatMap((phase) => phase.steps).slice(1, 4)
  return [
    { kind: 'contacting', url: report.target.url },
    { kind: 'run_started', agent: report.agent, storyboards: 1, steps: steps.length },
    { kind: 'storyboard_started', id: storyboard.id, title: storyboard.title, steps: steps.length },
    ...steps.flatMap((step): RunEvent[] => [
      { kind: 'step_started', address: step.address, task: step.task },
      { kind: 'step_finished', step },
    ]),
    { kind: 'storyboard_finished', storyboard },
    { kind: 'run_finished', report },
  ]
}

function shown(live: boolean, width = 60, verbose = false): string {
  let text = ''
  const progress = createProgress({ live, width, colour: false, verbose, write: (more) => (text += more) })
  for (const event of events()) progress.show(event)
  progress.end()
  progress.end()
  return text
}

it('is a plain line for each storyboard and each step that did not pass when it is piped', () => {
  expect(shown(false).split('\n')).toEqual([
    'contacting http://127.0.0.1:3999/mcp',
    'running 1 storyboard, 3 steps',
    'storyboard governance-agent/budget: Budget limits are enforced',
    'failed governance-agent/budget/checks/check_over_total (12 ms): the decision is "approved", expected "denied" (context gctx_live_5f2c9a)',
    'failed governance-agent/budget/checks/check_shape (12 ms): the reply must have required property check_id (and 1 more)',
    'failed governance-agent/budget',
    'error: 1 step could not be graded: the tool or a storyboard is at fault; lost scope: 1 of 6 not applicable, because the agent does not declare the specialism governance-delivery-monitor',
    '',
  ])
})

it('tells the steps that passed as well when it is asked to', () => {
  expect(shown(false, 60, true).split('\n')).toContain('passed governance-agent/budget/plans/audit (12 ms)')
})

it('rewrites one line on a terminal, keeps failures and storyboards, and clears up', () => {
  const lines = shown(true, 200).replaceAll('\r\u001b[2K', '<clear>').split('\n')
  expect(lines).toEqual([
    'contacting http://127.0.0.1:3999/mcp<clear>1/3  governance-agent/budget/plans/audit  get_plan_audit_logs<clear>' +
      '2/3  governance-agent/budget/checks/check_over_total  check_governance<clear>' +
      '  × governance-agent/budget/checks/check_over_total: the decision is "approved", expected "denied" (context gctx_live_5f2c9a)',
    '3/3  governance-agent/budget/checks/check_shape  check_governance<clear>' +
      '  × governance-agent/budget/checks/check_shape: the reply must have required property check_id (and 1 more)',
    '× governance-agent/budget  Budget limits are enforced',
    '',
  ])
})

it('never draws a line that a narrow terminal would wrap', () => {
  const drawn = shown(true, 40).replaceAll('\r\u001b[2K', '\n').split('\n')
  expect(drawn.filter((line) => line.length > 40)).toEqual([])
})

it('tells once why steps are blocked, unless it is asked for each', () => {
  const step = richReport().storyboards[0]?.phases[0]?.steps[0]
  if (!step) throw new Error('the rich report lost its first step')
  const blocked = (address: string, detail: string): RunEvent => ({
    kind: 'step_finished',
    step: { ...step, address, durationMs: 0, verdict: { status: 'blocked', reason: 'peer_unreachable', detail } },
  })
  const told = [blocked('a/b/c', 'out of reach'), blocked('a/b/d', 'out of reach'), blocked('a/b/e', 'no time')]
  const linesOf = (verbose: boolean) => {
    let text = ''
    const progress = createProgress({ live: false, width: 80, colour: false, verbose, write: (more) => (text += more) })
    for (const event of told) progress.show(event)
    return text.split('\n').filter((line) => line !== '')
  }
  expect(linesOf(false)).toEqual(['blocked a/b/c (0 ms): out of reach', 'blocked a/b/e (0 ms): no time'])
  expect(linesOf(true)).toHaveLength(3)
})
