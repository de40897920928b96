import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { RunReport, StepReport } from '../model/run-report.ts'
import { consoleReport } from './console.ts'
import { redact } from './redact.ts'
import { noCounts, step, validation } from './report-parts.fixture.ts'
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
        requirements: { satisfied: 1, violated: 0, not_exercised: 0, not_applicable: 0 },
        calls: 1,
      },
      requirements: [],
      notSelected: [],
    }
    expect(consoleReport(report, { ...wide, quiet: true })).toBe(
      [
        'CONFORMANT  governance-agent-core@3.0 (digest 1a2b3c4d)  1 of 1 requirements satisfied · 1 step: 1 passed · 1 call in 1.2 s',
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
      notSelected: [],
    }
    expect(consoleReport(unreachable, wide)).toBe(
      [
        'adcp-gov-comply 0.1.0',
        'agent     http://127.0.0.1:3999/mcp  (mcp)',
        'AdCP      3.0, schemas of 3.0.6',
        'scope     storyboards a, b, c and 2 more',
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
    const row = (id: string, reason: string) =>
      ({ id, level: 'MUST', statement: 'S', status: 'not_exercised', reason, steps: [] }) as const
    const requirements = [...['A', 'B', 'C', 'D'].map((id) => row(id, 'the run was ended')), row('E', 'blocked')]
    const text = consoleReport({ ...reportOf([]), requirements }, wide)
    expect(text).toContain('\n· 4 not exercised: the run was ended\n  A B C D\n· E MUST  S (blocked)\n')
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

describe('failures', () => {
  const missing = (id: string, message: string) =>
    step('b', 'p', id, {
      title: id,
      line: 7,
      verdict: { status: 'failed' },
      validations: [
        validation({
          check: 'tool',
          requirements: ['GOV-GA-002'],
          outcome: { status: 'failed', message, pointer: null, expected: 'x', actual: null },
        }),
      ],
    })
  const failuresOf = (steps: readonly StepReport[]) =>
    consoleReport({ ...reportOf(steps), requirements: [] }, { ...wide, quiet: true }).split('\n\n')[1]

  it('with the same words are told once', () => {
    expect(failuresOf([missing('one', 'no tool x'), missing('two', 'no tool x'), missing('three', 'other')])).toBe(
      [
        '× one   b/p/one   GOV-GA-002',
        '  b.yaml:7',
        '    (no payload)   expected "x"   actual null',
        '      tool: no tool x',
        '  same at   two   b/p/two   GOV-GA-002   b.yaml:7',
      ].join('\n'),
    )
  })

  it('without a failed validation are not taken for the same', () => {
    const bare = (id: string) => step('b', 'p', id, { title: id, line: 7, verdict: { status: 'failed' } })
    expect(failuresOf([bare('one'), bare('two')])).toBe('× one   b/p/one\n  b.yaml:7')
  })

  it('of a schema show five broken rules and count the rest', () => {
    const schemaErrors = Array.from({ length: 7 }, (_, i) => ({
      instancePath: `/plans/${i}`,
      schemaPath: '#',
      keyword: 'type',
      message: 'must be object',
    }))
    const outcome = {
      status: 'failed',
      message: 'm',
      pointer: '/plans/0',
      expected: '/s',
      actual: null,
      schemaErrors,
    } as const
    const shape = { ...missing('one', ''), validations: [validation({ check: 'response_schema', outcome })] }
    expect(failuresOf([shape])?.split('\n').slice(2)).toEqual([
      '    /plans/0   must be object',
      '    /plans/1   must be object',
      '    /plans/2   must be object',
      '    /plans/3   must be object',
      '    /plans/4   must be object',
      '    and 2 more broken rules',
    ])
  })
})
