import { adcpVersions } from '../model/adcp-version.ts'
import type { RequirementReport, RunReport, StoryboardReport } from '../model/run-report.ts'
import { step, validation } from './report-parts.fixture.ts'
import {
  audit,
  blockedStep,
  checkOver,
  checkShape,
  configuredSecret,
  silentStep,
  syncPlans,
} from './rich-steps.fixture.ts'

/** A report that holds every status, hostile text and secrets in every place they can stand. */
export function richReport(): RunReport {
  return {
    tool: { name: 'adcp-gov-comply', version: '0.1.0' },
    runId: '3f0c5a3e-0000-4000-8000-000000000001',
    startedAt: '2026-01-05T10:00:00.000Z',
    finishedAt: '2026-01-05T10:00:01.204Z',
    durationMs: 1204,
    target: { url: 'http://127.0.0.1:3999/mcp', protocol: 'mcp' },
    adcp: adcpVersions['3.0'],
    settings: { dates: 'shift', callTimeoutMs: 30_000, stepTimeoutMs: 60_000, runTimeoutMs: 600_000 },
    scope: {
      kind: 'profile',
      id: 'governance-agent-core@3.0',
      title: 'Governance agent, core',
      digest: '1a2b3c4d5e6f7081',
    },
    agent: {
      url: 'http://127.0.0.1:3999/mcp',
      protocol: 'mcp',
      server: { name: 'Acme \u001b[32mgovernance\u001b[0m', version: '1.2' },
      tools: ['sync_plans', 'check_governance'],
      capabilities: { supported_protocols: ['governance'], token: configuredSecret },
      supportedProtocols: ['governance'],
      specialisms: ['governance-spend-authority'],
      experimentalFeatures: [],
    },
    verdict: { status: 'error', reason: '1 step errored: the tool or the storyboard is at fault' },
    counts: {
      storyboards: { passed: 0, failed: 1, blocked: 0, not_applicable: 1, errored: 1 },
      steps: { passed: 2, failed: 3, blocked: 2, not_applicable: 1, errored: 1 },
      validations: { passed: 3, failed: 4, warnings: 1, other: 2 },
      requirements: { satisfied: 1, violated: 2, not_exercised: 1, not_applicable: 0 },
      calls: 6,
      httpRequests: 9,
    },
    storyboards: [budgetBoard(), brokenBoard(), deliveryBoard()],
    notSelected: [{ storyboard: 'governance-agent/human-review', reason: 'not part of this profile' }],
    requirements: requirements(),
  }
}

function budgetBoard(): StoryboardReport {
  return {
    id: 'governance-agent/budget',
    title: 'Budget limits are enforced',
    file: 'storyboards/governance-agent/budget.yaml',
    track: 'campaign_governance',
    status: 'failed',
    testKit: 'nova-snacks',
    phases: [
      {
        id: 'plans',
        title: 'The plan is known',
        status: 'passed',
        steps: [syncPlans(), audit()],
      },
      {
        id: 'checks',
        title: 'Spend is checked against the plan',
        status: 'failed',
        steps: [
          checkOver(),
          checkShape(),
          silentStep('check_silent'),
          blockedStep('report_outcome'),
          blockedStep('report_more'),
        ],
      },
    ],
  }
}

function brokenBoard(): StoryboardReport {
  const broken = step('governance-agent/broken', 'only', 'errored_step', {
    title: 'A check that breaks',
    line: 12,
    verdict: { status: 'errored', detail: 'the check gov_equals broke: TypeError: x is undefined' },
    validations: [
      validation({ check: 'gov_equals', outcome: { status: 'errored', message: 'TypeError: x is undefined' } }),
    ],
  })
  return {
    id: 'governance-agent/broken',
    title: 'Broken storyboard',
    file: 'storyboards/governance-agent/broken.yaml',
    track: 'campaign_governance',
    status: 'errored',
    phases: [{ id: 'only', title: 'Only phase', status: 'errored', steps: [broken] }],
  }
}

function deliveryBoard(): StoryboardReport {
  const gated = step('governance-agent/delivery', 'delivery', 'check_delivery', {
    title: 'Delivery is monitored',
    line: 20,
    verdict: {
      status: 'not_applicable',
      reason: 'not_applicable',
      detail: 'the agent does not declare the specialism governance-delivery-monitor',
      evidence: { pointer: '/specialisms', value: ['governance-spend-authority'] },
    },
  })
  return {
    id: 'governance-agent/delivery',
    title: 'Delivery is monitored',
    file: 'storyboards/governance-agent/delivery.yaml',
    status: 'not_applicable',
    phases: [{ id: 'delivery', title: 'Delivery', status: 'not_applicable', steps: [gated] }],
  }
}

function requirements(): readonly RequirementReport[] {
  return [
    row('GOV-GA-001', 'SCH', 'violated', 'A check_governance reply has check_id, decision, plan_id and explanation'),
    {
      ...row('GOV-GA-040', 'MUST', 'violated', 'Spend over the plan total is denied'),
      remediation: 'Compare the committed and requested spend with the total of the plan.',
      source: 'campaign specification, Budget',
      url: 'https://adcontextprotocol.org/docs/governance/campaign/specification',
      reason: 'governance-agent/budget/checks/check_over_total failed',
    },
    row('GOV-GA-050', 'MUST', 'satisfied', 'A known plan is accepted'),
    { ...row('GOV-GA-060', 'MUST', 'not_exercised', 'Outcomes are counted'), reason: 'its steps were blocked' },
  ]
}

function row(
  id: string,
  level: RequirementReport['level'],
  status: RequirementReport['status'],
  statement: string,
): RequirementReport {
  return { id, level, status, statement, steps: ['governance-agent/budget/checks/check_over_total'] }
}
