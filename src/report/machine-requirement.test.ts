import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import type { RequirementReport, RunReport } from '../model/run-report.ts'
import { requirementRecord } from './machine-requirement.ts'
import { validation } from './report-parts.fixture.ts'
import { schemaErrors } from './report-schema.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const row = { id: 'R', level: 'MUST', statement: 'S', steps: ['b/p/s'] } as const
const recordOf = (id: string) =>
  richReport()
    .requirements.filter((one) => one.id === id)
    .map(requirementRecord)[0]

describe('the verdict on a requirement', () => {
  it('that is violated has expected, actual, the place, the evidence, the mending and the page', () => {
    expect(recordOf('GOV-GA-040')).toEqual({
      id: 'GOV-GA-040',
      level: 'MUST',
      statement: 'Spend over the plan total is denied',
      status: 'violated',
      reason: 'the decision is "approved", expected "denied" (context gctx_live_5f2c9a)',
      decided_by: 'governance-agent/budget/checks/check_over_total',
      violation: {
        check: 'gov_decision',
        message: 'the decision is "approved", expected "denied" (context gctx_live_5f2c9a)',
        json_pointer: '/status',
        expected: 'denied',
        actual: 'approved',
      },
      violated_in: ['governance-agent/budget/checks/check_over_total'],
      remediation: 'Compare the committed and requested spend with the total of the plan.',
      source: 'campaign specification, Budget',
      url: 'https://adcontextprotocol.org/docs/governance/campaign/specification',
      steps: ['governance-agent/budget/checks/check_over_total'],
    })
  })

  it('that a schema decides has the schema and its errors', () => {
    expect(recordOf('GOV-GA-001')?.violation).toMatchObject({
      expected: '/schemas/3.0.6/governance/check-governance-response.json',
      actual: [{ keyword: 'required' }, { instance_path: '/status', keyword: 'enum' }],
      schema_url: 'https://adcontextprotocol.org/schemas/3.0.6/governance/check-governance-response.json',
    })
  })

  it('that was not exercised says why and what would help', () => {
    expect(recordOf('GOV-GA-060')).toMatchObject({
      status: 'not_exercised',
      reason: 'governance-agent/budget/checks/check_over_total did not pass',
      unblock: 'mend the step it stands on',
      decided_by: 'governance-agent/budget/checks/report_outcome',
    })
  })

  it('that does not apply shows the capability', () => {
    expect(recordOf('GOV-GA-100')).toMatchObject({
      status: 'not_applicable',
      evidence: { json_pointer: '/specialisms', value: ['governance-spend-authority'] },
    })
  })

  it('that is satisfied says no more than that', () => {
    expect(requirementRecord({ ...row, status: 'satisfied' })).toEqual({ ...row, status: 'satisfied' })
  })

  it('keeps an endless reply out of the report', () => {
    const outcome = {
      status: 'failed',
      message: 'm'.repeat(9000),
      pointer: null,
      expected: null,
      actual: 'x'.repeat(90_000),
    } as const
    const violation = { ...validation({ check: 'c', outcome }), outcome }
    const record = requirementRecord({ ...row, status: 'violated', reason: outcome.message, violation })
    expect(JSON.stringify(record).length).toBeLessThan(30_000)
    expect(record.violation).toMatchObject({ actual: { cut: { bytes: 90_002 } } })
  })
})

describe('the schema of a requirement', () => {
  const errorsOf = (requirement: RequirementReport) => {
    const report: RunReport = { ...richReport(), requirements: [requirement] }
    return schemaErrors(report).map(({ instancePath }) => instancePath)
  }
  const outcome = { status: 'failed', message: 'm', pointer: '/a', expected: 1 as Json, actual: 2 as Json } as const
  const violation = { ...validation({ check: 'c', outcome }), outcome }
  const broken = { reason: 'm', decidedBy: 'b/p/s', violation, violatedIn: ['b/p/s'] }

  it.each<[string, RequirementReport]>([
    ['satisfied', { ...row, status: 'satisfied' }],
    ['violated', { ...row, status: 'violated', ...broken }],
    ['not exercised', { ...row, status: 'not_exercised', reason: 'r', unblock: 'u' }],
    ['not applicable', { ...row, status: 'not_applicable', reason: 'r', evidence: { pointer: '/a', value: null } }],
  ])('takes one that is %s', (_status, requirement) => expect(errorsOf(requirement)).toEqual([]))

  it.each<[string, RequirementReport]>([
    ['is violated without evidence', { ...row, status: 'violated', reason: 'm' }],
    ['is satisfied and violated', { ...row, status: 'satisfied', ...broken }],
    ['was not exercised and says not what would help', { ...row, status: 'not_exercised', reason: 'r' }],
    ['is not applicable without a reason', { ...row, status: 'not_applicable' }],
    [
      'is violated, and not applicable by evidence',
      { ...row, status: 'violated', ...broken, evidence: { pointer: '', value: 1 } },
    ],
  ])('refuses one that %s', (_what, requirement) => expect(errorsOf(requirement)).toContain('/requirements/0'))
})
