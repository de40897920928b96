import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import type { RunReport } from '../model/run-report.ts'
import { machineReport } from './json.ts'
import { redact } from './redact.ts'
import { schemaErrors } from './report-schema.fixture.ts'
import { richReport } from './rich-report.fixture.ts'
import { configuredSecret } from './rich-steps.fixture.ts'

describe('the machine report', () => {
  it('of a rich run is valid by its schema', () => {
    expect(schemaErrors(redact(richReport(), [configuredSecret]))).toEqual([])
  })

  it('of a run that never reached its agent is valid by its schema', () => {
    const { agent: _unknown, ...report } = richReport()
    const verdict = { status: 'unreachable', reason: 'connection refused' } as const
    expect(schemaErrors({ ...report, verdict, storyboards: [], requirements: [], notSelected: [] })).toEqual([])
  })

  it('of an interrupted selection is valid by its schema and says 130', () => {
    const report: RunReport = {
      ...richReport(),
      scope: { kind: 'selection', storyboards: ['a'] },
      settings: { ...richReport().settings, testKit: 'kit.yaml' },
      verdict: { status: 'incomplete', reason: 'ended by SIGINT', stopped: 'SIGINT' },
    }
    expect(schemaErrors(report)).toEqual([])
    expect(machineReport(report)).toMatchObject({ verdict: { exit_code: 130, stopped: 'SIGINT' } })
  })

  it('states who, what, how and the verdict', () => {
    const {
      storyboards: _s,
      requirements: _r,
      run_summary: _u,
      counts: _c,
      ...head
    } = machineReport(redact(richReport(), [configuredSecret]))
    expect(head).toEqual({
      report_version: '1',
      tool: { name: 'adcp-gov-comply', version: '0.1.0' },
      run_id: '3f0c5a3e-0000-4000-8000-000000000001',
      started_at: '2026-01-05T10:00:00.000Z',
      finished_at: '2026-01-05T10:00:01.204Z',
      duration_ms: 1204,
      verdict: {
        status: 'error',
        reason:
          '1 step could not be graded: the tool or a storyboard is at fault; lost scope: 1 of 6 not applicable, because the agent does not declare the specialism governance-delivery-monitor',
        exit_code: 5,
        lost_scope: [
          {
            reason: 'the agent does not declare the specialism governance-delivery-monitor',
            evidence: { json_pointer: '/specialisms', value: ['governance-spend-authority'] },
            requirements: ['GOV-GA-100'],
          },
        ],
      },
      scope: {
        kind: 'profile',
        id: 'governance-agent-core@3.0',
        title: 'Governance agent, core',
        digest: '1a2b3c4d5e6f7081',
      },
      adcp: { version: '3.0', release: '3.0.6' },
      agent: {
        url: 'http://127.0.0.1:3999/mcp',
        protocol: 'mcp',
        server: { name: 'Acme \u001b[32mgovernance\u001b[0m', version: '1.2' },
        tools: ['sync_plans', 'check_governance'],
        supported_protocols: ['governance'],
        specialisms: ['governance-spend-authority'],
        experimental_features: [],
        capabilities: { supported_protocols: ['governance'], token: '[redacted]' },
      },
      settings: { dates: 'shift', call_timeout_ms: 30_000, step_timeout_ms: 60_000, run_timeout_ms: 600_000 },
      not_selected: [{ storyboard: 'governance-agent/human-review', reason: 'not part of this profile' }],
    })
  })

  it('counts what decides and what is recommended apart', () => {
    const { counts } = machineReport(richReport()) as { counts: JsonObject }
    expect(counts.requirements).toEqual({
      satisfied: 1,
      violated: 3,
      not_exercised: 1,
      not_applicable: 1,
      must: { satisfied: 1, violated: 2, not_exercised: 1, not_applicable: 1 },
      should: { satisfied: 0, violated: 1, not_exercised: 0, not_applicable: 0 },
    })
  })

  it('counts errored as failed and blocked as skipped, by track', () => {
    expect(machineReport(richReport()).run_summary).toEqual({
      total_steps: 11,
      steps_passed: 4,
      steps_failed: 4,
      steps_skipped: 3,
      tracks: [
        {
          track: 'campaign_governance',
          status: 'failed',
          total_steps: 10,
          steps_passed: 4,
          steps_failed: 4,
          steps_skipped: 2,
          skips: { prerequisite_failed: 2 },
        },
        {
          track: 'none',
          status: 'skipped',
          total_steps: 1,
          steps_passed: 0,
          steps_failed: 0,
          steps_skipped: 1,
          skips: { not_applicable: 1 },
        },
      ],
      schemas_used: [schemaUsed('sync-plans-response'), schemaUsed('check-governance-response')],
    })
  })
})

function schemaUsed(name: string) {
  const id = `/schemas/3.0.6/governance/${name}.json`
  return { schema_id: id, schema_url: `https://adcontextprotocol.org${id}` }
}
