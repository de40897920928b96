import { expect, it } from 'vitest'
import type { RunReport } from '../model/run-report.ts'
import { redact } from './redact.ts'
import { validation } from './report-parts.fixture.ts'
import { richReport } from './rich-report.fixture.ts'
import { configuredSecret } from './rich-steps.fixture.ts'

it('hides in requirements and lost scope what it hides in steps', () => {
  const secret = { pointer: '/auth/token', value: 'abcdefgh1' }
  const evidence = { pointer: '/specialisms', value: [configuredSecret] }
  const failed = {
    status: 'failed',
    message: 'found abcdefgh1',
    pointer: secret.pointer,
    expected: 1,
    actual: 'abcdefgh1',
  } as const
  const row = { id: 'R', level: 'MUST', statement: 'S', steps: [] } as const
  const report: RunReport = {
    ...richReport(),
    verdict: {
      status: 'incomplete',
      reason: configuredSecret,
      lostScope: [{ reason: configuredSecret, evidence: secret, requirements: ['R'] }],
    },
    requirements: [
      { ...row, status: 'not_applicable', reason: configuredSecret, evidence },
      {
        ...row,
        status: 'violated',
        violation: { ...validation({ check: 'field_value', path: 'token', outcome: failed }), outcome: failed },
      },
    ],
  }
  const { verdict, requirements } = redact(report, [configuredSecret])
  expect(verdict).toEqual({
    status: 'incomplete',
    reason: '[redacted]',
    lostScope: [{ reason: '[redacted]', evidence: { ...secret, value: '[redacted]' }, requirements: ['R'] }],
  })
  expect(requirements).toEqual([
    { ...row, status: 'not_applicable', reason: '[redacted]', evidence: { ...evidence, value: ['[redacted]'] } },
    {
      ...row,
      status: 'violated',
      violation: {
        ...validation({ check: 'field_value', path: 'token', outcome: failed }),
        outcome: { ...failed, message: 'found [redacted]', actual: '[redacted]', expected: '[redacted]' },
      },
    },
  ])
})
