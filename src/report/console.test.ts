import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { RunReport, StepReport } from '../model/run-report.ts'
import { consoleReport } from './console.ts'
import { redact } from './redact.ts'
import { noCounts, step } from './report-parts.fixture.ts'
import { richReport } from './rich-report.fixture.ts'
import { configuredSecret } from './rich-steps.fixture.ts'

const wide = { width: Number.POSITIVE_INFINITY, colour: false }
const rich = redact(richReport(), [configuredSecret])

function reportOf(steps: readonly StepReport[]): RunReport {
  const phase = { id: 'p', title: 'P', status: 'failed', steps } as const
  return { ...rich, storyboards: [{ id: 'b', title: 'B', file: 'b.yaml', status: 'failed', phases: [phase] }] }
}

describe('the report for people', () => {
  it('tells all of a rich run', async () => {
    await expect(consoleReport(rich, { ...wide, width: 100 })).toMatchFileSnapshot('golden/console.txt')
  })

  it('wraps to the width of a narrow terminal', async () => {
    const text = consoleReport(rich, { ...wide, width: 60 })
    await expect(text).toMatchFileSnapshot('golden/console-narrow.txt')
    expect(text.split('\n').filter((line) => line.length > 60)).toEqual([])
  })

  it('tells requests, changes and replies of every step when asked to', async () => {
    await expect(consoleReport(rich, { ...wide, verbose: true })).toMatchFileSnapshot('golden/console-verbose.txt')
  })

  it('tells only what is wrong, and the verdict, when asked to be quiet', async () => {
    await expect(consoleReport(rich, { ...wide, quiet: true })).toMatchFileSnapshot('golden/console-quiet.txt')
  })

  it('says the same in colour', () => {
    const coloured = consoleReport(rich, { ...wide, colour: true })
    expect(coloured).toContain('\u001b[31m× \u001b[39m')
    expect(stripVTControlCharacters(coloured)).toBe(consoleReport(rich, wide))
  })

  it('holds no character that steers a terminal, whatever the agent wrote', () => {
    const hostile = consoleReport(richReport(), { ...wide, verbose: true }).replaceAll('\n', '')
    expect(hostile).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
  })

  it('of a conformant run ends in the verdict and exit 0', () => {
    const report: RunReport = {
      ...reportOf([step('b', 'p', 's', { title: 'T', line: 1, verdict: { status: 'passed' } })]),
      verdict: { status: 'conformant', reason: 'every requirement in scope is accounted for' },
      counts: {
        ...noCounts(),
        steps: { ...noCounts().steps, passed: 1 },
        requirements: {
          ...noCounts().requirements,
          satisfied: 1,
          must: { ...noCounts().requirements.must, satisfied: 1 },
        },
        calls: 1,
      },
      requirements: [],
      notSelected: [],
    }
    expect(consoleReport(report, { ...wide, quiet: true })).toBe(
      [
        'CONFORMANT  governance-agent-core@3.0 (digest 1a2b3c4d)  MUST 1 of 1 satisfied · 1 step: 1 passed · 1 call in 1.2 s',
        'every requirement in scope is accounted for',
        'exit 0',
        '',
      ].join('\n'),
    )
  })

  it('of an agent that was not reached says why and exit 4', () => {
    const { agent: _none, ...report } = rich
    const unreachable: RunReport = {
      ...report,
      scope: { kind: 'selection', storyboards: ['a', 'b', 'c', 'd', 'e'] },
      verdict: { status: 'unreachable', reason: 'http://127.0.0.1:1/mcp: connection refused. Start the agent' },
      counts: noCounts(),
      storyboards: [],
      requirements: rich.requirements,
      notSelected: [{ storyboard: 'f', reason: 'not part of it' }],
    }
    expect(consoleReport(unreachable, wide)).toBe(
      [
        'adcp-gov-comply 0.1.0',
        'agent     http://127.0.0.1:3999/mcp  (mcp)',
        'AdCP      3.0, schemas of 3.0.6',
        'scope     storyboards a, b, c and 2 more',
        'self-test none of this build at AdCP 3.0',
        'run       3f0c5a3e-0000-4000-8000-000000000001, 2026-01-05T10:00:00.000Z, dates shifted',
        '',
        'UNREACHABLE  a, b, c and 2 more',
        'http://127.0.0.1:1/mcp: connection refused. Start the agent',
        'exit 4',
        '',
      ].join('\n'),
    )
  })

  it('tells many requirements that were not exercised for one reason in one go', () => {
    const row = (id: string, reason: string, decidedBy: string) =>
      ({
        id,
        level: 'MUST',
        statement: 'S',
        status: 'not_exercised',
        reason,
        unblock: 'run again',
        decidedBy,
        steps: [],
      }) as const
    const requirements = [
      ...['A', 'B', 'C', 'D'].map((id) => row(id, 'the run was ended', 'b/p/first')),
      row('E', 'it was blocked', 'b/p/s'),
    ]
    const text = consoleReport({ ...reportOf([]), requirements }, wide)
    expect(text).toContain(
      [
        '',
        '· 4 not exercised',
        '  ids       A B C D',
        '  why       b/p/first: the run was ended',
        '  unblock   run again',
        '· E MUST  S',
        '  why       b/p/s: it was blocked',
        '  unblock   run again',
        '',
      ].join('\n'),
    )
  })

  it('begins with what is wrong and ends with it, so that neither end of a log lacks it', () => {
    const lines = consoleReport(rich, wide).split('\n')
    expect(lines.slice(7, 14)).toEqual([
      'FAILURES',
      '',
      '× GOV-GA-040 MUST  Spend over the plan total is denied',
      '  expected  "denied"',
      '  actual    "approved"   at /status',
      expect.stringMatching(/^ {2}found by {2}/),
      expect.stringMatching(/^ {2}step {6}governance-agent\/budget\/checks\/check_over_total /),
    ])
    expect(lines.slice(lines.indexOf(lines.find((line) => line.startsWith('REQUIREMENTS')) ?? ''))).toContain(
      '    governance-agent/budget/checks/check_over_total   expected "denied"   actual "approved"',
    )
  })

  it('counts storyboards that were left out, and names a few', () => {
    const left = (count: number, reason: string) =>
      Array.from({ length: count }, (_, i) => ({ storyboard: `${reason}_${i}`, reason }))
    const text = consoleReport({ ...rich, notSelected: [...left(6, 'many'), ...left(2, 'few')] }, wide)
    expect(text).toContain(
      [
        'LEFT OUT  `adcp-gov-comply list storyboards` has all; --json says why of each',
        '',
        '– 6 storyboards: many',
        '– 2 storyboards: few',
        '    few_0 few_1',
        '',
      ].join('\n'),
    )
  })

  it('of an interrupted run says by what', () => {
    const verdict = { status: 'incomplete', reason: 'the run was ended', stopped: 'SIGTERM' } as const
    expect(
      consoleReport({ ...rich, verdict }, { ...wide, quiet: true })
        .trimEnd()
        .split('\n')
        .at(-1),
    ).toBe('exit 143, ended by SIGTERM')
  })
})
