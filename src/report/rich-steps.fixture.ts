import type { StepReport } from '../model/run-report.ts'
import { exchange, schemaOf, step, taskReply, validation } from './report-parts.fixture.ts'

/** A governance context as an agent would hand it out. */
export const governanceContext = 'gctx_live_5f2c9a'
/** A credential the run was configured with. */
export const configuredSecret = 's3cr3t-token-of-the-buyer'

export function syncPlans(): StepReport {
  const request = { plans: [{ plan_id: 'plan-1' }], authentication: { credentials: configuredSecret } }
  const payload = { plans: [{ plan_id: 'plan-1', status: 'active' }], governance_context: governanceContext }
  return step('governance-agent/budget', 'plans', 'sync', {
    title: 'The plan is accepted',
    task: 'sync_plans',
    line: 14,
    verdict: { status: 'passed' },
    validations: [
      validation({
        check: 'response_schema',
        description: 'The reply is valid',
        requirements: ['GOV-GA-050'],
        schema: schemaOf('sync-plans-response'),
        outcome: { status: 'passed' },
      }),
    ],
    changes: [
      { pointer: '/idempotency_key', kind: 'generated', to: 'idem-0001', why: 'mutating task' },
      {
        pointer: '/governance_context',
        kind: 'resolved',
        from: '$context.token',
        to: governanceContext,
        why: 'context',
      },
    ],
    captured: ['governance_context'],
    exchange: exchange('sync_plans', request, taskReply(payload)),
  })
}

export function audit(): StepReport {
  return step('governance-agent/budget', 'plans', 'audit', {
    title: 'The audit names its caller',
    task: 'get_plan_audit_logs',
    line: 30,
    verdict: { status: 'passed' },
    validations: [
      validation({
        check: 'field_present',
        description: 'Plans are there',
        path: 'plans',
        outcome: { status: 'passed' },
      }),
      validation({
        check: 'field_present',
        description: 'The entry names its caller',
        path: 'plans[0].entries[0].caller',
        severity: 'advisory',
        requirements: ['GOV-GA-090'],
        outcome: {
          status: 'failed',
          message: 'plans[0].entries[0].caller is absent',
          pointer: '/plans/0/entries/0/caller',
          expected: 'plans[0].entries[0].caller',
          actual: null,
        },
      }),
    ],
    exchange: exchange('get_plan_audit_logs', { plan_ids: ['plan-1'] }, taskReply({ plans: [{ entries: [{}] }] })),
  })
}

export function checkOver(): StepReport {
  const payload = {
    status: 'approved',
    explanation: `ok\u001b[2K\u001b[1A\u202Edeppots ${governanceContext}\nverdict: CONFORMANT`,
    governance_context: governanceContext,
  }
  return step('governance-agent/budget', 'checks', 'check_over_total', {
    title: 'Agent denies the over-limit plan',
    line: 41,
    docRef: '/governance/campaign/tasks/check_governance',
    verdict: { status: 'failed' },
    validations: [
      validation({
        check: 'gov_decision',
        description: 'The check is denied',
        requirements: ['GOV-GA-040'],
        outcome: {
          status: 'failed',
          message: `the decision is "approved", expected "denied" (context ${governanceContext})`,
          pointer: '/status',
          expected: 'denied',
          actual: 'approved',
        },
      }),
      validation({
        check: 'gov_findings',
        description: 'A finding says why',
        requirements: ['GOV-GA-040'],
        outcome: { status: 'passed' },
      }),
    ],
    exchange: exchange(
      'check_governance',
      { plan_id: 'plan-1', governance_context: governanceContext },
      taskReply(payload),
    ),
  })
}

export function checkShape(): StepReport {
  const errors = [
    {
      instancePath: '',
      schemaPath: '#/required',
      keyword: 'required',
      message: 'must have required property check_id',
    },
    {
      instancePath: '/status',
      schemaPath: '#/enum',
      keyword: 'enum',
      message: 'must be equal to one of the allowed values',
    },
  ]
  return step('governance-agent/budget', 'checks', 'check_shape', {
    title: 'The reply is complete',
    line: 55,
    verdict: { status: 'failed' },
    validations: [
      validation({
        check: 'response_schema',
        description: 'The reply is valid',
        requirements: ['GOV-GA-001'],
        schema: schemaOf('check-governance-response'),
        outcome: {
          status: 'failed',
          message: 'the reply must have required property check_id (and 1 more)',
          pointer: '',
          expected: '/schemas/3.0.6/governance/check-governance-response.json',
          actual: null,
          schemaErrors: errors,
        },
      }),
      validation({
        check: 'gov_silence',
        description: 'Something new',
        outcome: {
          status: 'blocked',
          cause: 'unknown_check',
          reason: 'this release does not know the check "gov_silence"',
        },
      }),
    ],
    exchange: exchange('check_governance', { plan_id: 'plan-1' }, taskReply({ status: 'escalated' })),
  })
}

export function silentStep(id: string): StepReport {
  return step('governance-agent/budget', 'checks', id, {
    title: 'The agent answers',
    line: 70,
    verdict: { status: 'failed' },
    validations: [
      validation({
        check: 'reply',
        description: 'The agent answers the call',
        outcome: {
          status: 'failed',
          message: 'no reply within 30 s',
          pointer: null,
          expected: 'a reply',
          actual: null,
        },
      }),
    ],
    exchange: exchange(
      'check_governance',
      { plan_id: 'plan-1' },
      {
        kind: 'unreachable',
        cause: 'timeout',
        message: 'no reply within 30 s',
      },
    ),
  })
}

export function blockedStep(id: string): StepReport {
  return step('governance-agent/budget', 'checks', id, {
    title: `The outcome is accepted (${id})`,
    task: 'report_plan_outcome',
    line: 80,
    verdict: {
      status: 'blocked',
      reason: 'prerequisite_failed',
      detail: 'governance-agent/budget/checks/check_over_total did not pass',
    },
    validations: [
      validation({
        check: 'field_present',
        requirements: ['GOV-GA-060'],
        outcome: { status: 'blocked', cause: 'prerequisite_failed', reason: 'the step was not sent' },
      }),
    ],
  })
}
