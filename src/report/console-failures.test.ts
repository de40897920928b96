import { describe, expect, it } from 'vitest'
import type { RunReport, StepReport } from '../model/run-report.ts'
import { consoleReport } from './console.ts'
import { exchange, step, taskReply, validation } from './report-parts.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const wide = { width: Number.POSITIVE_INFINITY, colour: false }

function reportOf(steps: readonly StepReport[]): RunReport {
  const phase = { id: 'p', title: 'P', status: 'failed', steps } as const
  return { ...richReport(), storyboards: [{ id: 'b', title: 'B', file: 'b.yaml', status: 'failed', phases: [phase] }] }
}

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

  it('of one requirement are told in full once', () => {
    expect(failuresOf([missing('one', 'no tool x'), missing('two', 'no tool x'), missing('three', 'other')])).toBe(
      [
        '× GOV-GA-002  one',
        '  expected  "x"',
        '  actual    null   at (no payload)',
        '  found by  tool: no tool x',
        '  step      b/p/one   b.yaml:7',
        '  also at   b/p/two   expected "x"   actual null',
        '  also at   b/p/three   expected "x"   actual null',
      ].join('\n'),
    )
  })

  it('that are many are counted', () => {
    const many = Array.from({ length: 7 }, (_, i) => missing(`s${i}`, 'no tool x'))
    expect(failuresOf(many)?.split('\n').slice(-2)).toEqual([
      '  also at   b/p/s4   expected "x"   actual null',
      '            and 2 more; --json has them all',
    ])
  })

  it('that break no requirement are told by their words', () => {
    const nameless = (id: string, message: string) => {
      const one = missing(id, message)
      return { ...one, validations: one.validations.map((each) => ({ ...each, requirements: [] })) }
    }
    const text = consoleReport(
      { ...reportOf([nameless('one', 'a'), nameless('two', 'b'), nameless('three', 'a')]), requirements: [] },
      { ...wide, quiet: true },
    )
    expect(text.match(/^×.*|^ {2}also at.*/gm)).toEqual([
      '× one',
      '  also at   b/p/three   expected "x"   actual null',
      '× two',
    ])
  })

  it('that one exchange shows show it once', () => {
    const sent = exchange('check_governance', { plan_id: 'p' }, taskReply({ status: 'approved' }))
    const both = missing('one', 'wrong')
    const validations = both.validations.map((each) => ({ ...each, requirements: ['GOV-GA-002', 'GOV-GA-003'] }))
    const text = consoleReport(
      { ...reportOf([{ ...both, validations, exchange: sent }]), requirements: [] },
      { ...wide, quiet: true },
    )
    expect(text.match(/^×.*|^ {2}(?:sent|evidence) .*/gm)).toEqual([
      '× GOV-GA-002  one',
      '  sent      check_governance {"plan_id":"p"}',
      '× GOV-GA-003  one',
      '  evidence  as for GOV-GA-002',
    ])
  })

  it('of an optional step are warnings', () => {
    const report = { ...reportOf([{ ...missing('one', 'no tool x'), optional: true }]), requirements: [] }
    const text = consoleReport(report, wide)
    expect(text).not.toContain('FAILURES')
    expect(text).toContain('\n    × one  (optional)\n')
    expect(text).toContain('\nWARNINGS  recommended or optional, not required\n\n~ GOV-GA-002  one\n')
  })

  it('without a failed validation are not taken for the same', () => {
    const bare = (id: string) => step('b', 'p', id, { title: id, line: 7, verdict: { status: 'failed' } })
    expect(failuresOf([bare('one'), bare('two')])).toBe('× one\n  step      b/p/one   b.yaml:7')
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
    expect(failuresOf([shape])?.split('\n').slice(1)).toEqual([
      '  broken    /plans/0   must be object',
      '  broken    /plans/1   must be object',
      '  broken    /plans/2   must be object',
      '  broken    /plans/3   must be object',
      '  broken    /plans/4   must be object',
      '            and 2 more broken rules',
      '  found by  response_schema',
      '  step      b/p/one   b.yaml:7',
    ])
  })
})
