import { expect, it } from 'vitest'
import { evidence, result } from '../checks/evidence.fixture.ts'
import type { HttpRecord } from '../model/exchange.ts'
import type { RequirementReport, StepReport, StoryboardReport } from '../model/run-report.ts'
import type { StepVerdict, ValidationResult } from '../model/verdict.ts'
import { countAll } from './counts.ts'

const failed = { status: 'failed', message: 'm', pointer: null, expected: 1, actual: 2 } as const

function validation(outcome: ValidationResult['outcome'], severity: 'required' | 'advisory' = 'required') {
  return { check: 'c', description: 'd', severity, requirements: [], outcome }
}

function step(verdict: StepVerdict, validations: ValidationResult[], requests?: number): StepReport {
  const record: HttpRecord = {
    method: 'POST',
    url: 'u',
    requestBytes: 1,
    responseBytes: 1,
    startedAt: 't',
    durationMs: 1,
  }
  const { reply } = evidence(result({}))
  const request = { transport: 'mcp', operation: 'x', url: 'u', payload: {} } as const
  const exchange = { request, reply, startedAt: 't', durationMs: 1, http: Array(requests ?? 0).fill(record) }
  return {
    address: 'a',
    storyboard: 'b',
    phase: 'p',
    id: 'i',
    title: 't',
    task: 't',
    line: 1,
    verdict,
    validations,
    changes: [],
    captured: [],
    durationMs: 0,
    ...(requests === undefined ? {} : { exchange }),
  }
}

it('counts everything, and names what it has none of', () => {
  const steps = [
    step({ status: 'passed' }, [validation({ status: 'passed' }), validation(failed, 'advisory')], 1),
    step({ status: 'failed' }, [validation(failed), validation({ status: 'not_applicable', note: 'n' })], 3),
    step({ status: 'blocked', reason: 'missing_tool', detail: 'd' }, [
      validation({ status: 'blocked', cause: 'no_reply', reason: 'r' }),
    ]),
  ]
  const boards: StoryboardReport[] = [{ id: 'b', title: 'b', file: 'f', status: 'failed', phases: [] }]
  const row = (level: RequirementReport['level'], status: RequirementReport['status']): RequirementReport => ({
    id: 'R',
    level,
    statement: 's',
    status,
    steps: [],
  })
  const requirements = [
    row('MUST', 'violated'),
    row('SCH', 'satisfied'),
    row('unknown', 'satisfied'),
    row('SHOULD', 'not_applicable'),
  ]
  expect(countAll(boards, steps, requirements)).toEqual({
    storyboards: { errored: 0, failed: 1, blocked: 0, passed: 0, not_applicable: 0 },
    steps: { errored: 0, failed: 1, blocked: 1, passed: 1, not_applicable: 0 },
    validations: { passed: 1, failed: 1, warnings: 1, other: 2 },
    requirements: {
      satisfied: 2,
      violated: 1,
      not_exercised: 0,
      not_applicable: 1,
      must: { satisfied: 2, violated: 1, not_exercised: 0, not_applicable: 0 },
      should: { satisfied: 0, violated: 0, not_exercised: 0, not_applicable: 1 },
    },
    calls: 2,
    httpRequests: 4,
  })
})

it('counts nothing as nought', () => {
  const none = countAll([], [], [])
  expect([none.calls, none.httpRequests, none.validations]).toEqual([
    0,
    0,
    { passed: 0, failed: 0, warnings: 0, other: 0 },
  ])
})
