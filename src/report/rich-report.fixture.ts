import { countAll } from '../judge/counts.ts'
import { requirementVerdicts } from '../judge/requirement-verdicts.ts'
import { runVerdict } from '../judge/run-verdict.ts'
import { adcpVersions } from '../model/adcp-version.ts'
import type { Requirement } from '../model/requirement.ts'
import type { RunReport, StoryboardReport } from '../model/run-report.ts'
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
  const storyboards = [budgetBoard(), brokenBoard(), deliveryBoard(), statusBoard()]
  const steps = storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  const requirements = requirementVerdicts([...catalogue.keys()], steps, catalogue)
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
    verdict: runVerdict({ steps, requirements }),
    counts: countAll(storyboards, steps, requirements),
    storyboards,
    notSelected: [{ storyboard: 'governance-agent/human-review', reason: 'not part of this profile' }],
    requirements,
  }
}

function statusBoard(): StoryboardReport {
  const accepted = (id: string, title: string) =>
    step('governance-agent/status', 'status', id, { title, line: 9, verdict: { status: 'passed' } })
  return {
    id: 'governance-agent/status',
    title: 'A plan has a status',
    file: 'storyboards/governance-agent/status.yaml',
    track: 'campaign_governance',
    status: 'passed',
    phases: [
      {
        id: 'status',
        title: 'Status',
        status: 'passed',
        steps: [accepted('first', 'The plan is active'), accepted('second', 'The plan stays active')],
      },
    ],
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
    validations: [
      validation({
        check: 'gov_decision',
        requirements: ['GOV-GA-100'],
        outcome: { status: 'blocked', cause: 'no_reply', reason: 'the step does not apply' },
      }),
    ],
  })
  return {
    id: 'governance-agent/delivery',
    title: 'Delivery is monitored',
    file: 'storyboards/governance-agent/delivery.yaml',
    status: 'not_applicable',
    phases: [{ id: 'delivery', title: 'Delivery', status: 'not_applicable', steps: [gated] }],
  }
}

const catalogue: ReadonlyMap<string, Requirement> = new Map(
  [
    demand('GOV-GA-001', 'SCH', 'A check_governance reply has check_id, decision, plan_id and explanation'),
    {
      ...demand('GOV-GA-040', 'MUST', 'Spend over the plan total is denied'),
      remediation: 'Compare the committed and requested spend with the total of the plan.',
      url: 'https://adcontextprotocol.org/docs/governance/campaign/specification',
    },
    demand('GOV-GA-050', 'MUST', 'A known plan is accepted'),
    demand('GOV-GA-060', 'MUST', 'Outcomes are counted'),
    demand('GOV-GA-090', 'SHOULD', 'Audit entries name their caller'),
    demand('GOV-GA-100', 'MUST NOT', 'Delivery outside the plan is never approved'),
  ].map((one) => [one.id, one]),
)

function demand(id: string, level: Requirement['level'], statement: string): Requirement {
  const source = 'campaign specification, Budget'
  return { id, role: 'governance_agent', level, statement, source, versions: ['3.0'], observe: ['single_call'] }
}
