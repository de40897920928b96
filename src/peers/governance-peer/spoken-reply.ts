import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import type { TaskResult } from '../../reference/governance-agent/agent.ts'
import { atVersion, errorAtVersion } from '../../reference/governance-agent/wire-names.ts'
import { mintValid, type TokenPhase, type Workbench } from '../../token/workshop/index.ts'
import type { SpokenAnswer } from './answer.ts'

export interface ReplyMaker {
  readonly bench: Workbench
  readonly issuer: string
  readonly adcp: AdcpVersion
  readonly clock: { now(): number }
  readonly newId: () => string
}

/** Milliseconds that an approval holds. */
const validity = 15 * 60_000

/** The reply to a check that a script decides. */
export function spokenReply(
  answer: Exclude<SpokenAnswer, { kind: 'decide' }>,
  args: JsonObject,
  maker: ReplyMaker,
): TaskResult {
  if (answer.kind === 'garbage') return { payload: answer.payload ?? { result: 'ok' }, isError: false }
  if (answer.kind === 'adcp_error') {
    const error = { code: answer.code, message: 'The governance agent cannot decide this.' }
    return { payload: errorAtVersion({ adcp_error: error }, maker.adcp), isError: true }
  }
  const decided = { check_id: maker.newId(), plan_id: args.plan_id ?? '', ...decisionOf(answer, args, maker) }
  return { payload: atVersion('check_governance', decided, maker.adcp), isError: false }
}

type Decision = Extract<SpokenAnswer, { kind: 'approve' | 'deny' | 'conditions' }>

function decisionOf(answer: Decision, args: JsonObject, maker: ReplyMaker): JsonObject {
  switch (answer.kind) {
    case 'approve':
      return {
        status: 'approved',
        explanation: 'The planned delivery fits the plan.',
        expires_at: new Date(maker.clock.now() + validity).toISOString(),
        governance_context: executionToken(args, maker),
        ...(answer.nextCheck !== undefined && { next_check: answer.nextCheck }),
      }
    case 'deny':
      return { status: 'denied', explanation: 'The planned delivery breaks the plan.', findings: answer.findings }
    case 'conditions':
      return {
        status: 'conditions',
        explanation: 'The planned delivery fits the plan once it is changed.',
        conditions: answer.conditions,
      }
  }
}

const phases: readonly TokenPhase[] = ['intent', 'purchase', 'modification', 'delivery']

function executionToken({ caller, plan_id, phase }: JsonObject, { bench, issuer, clock, newId }: ReplyMaker): string {
  const seller = typeof caller === 'string' ? caller : issuer
  return mintValid({
    bench,
    issuer,
    audience: seller,
    caller: seller,
    planId: typeof plan_id === 'string' ? plan_id : '',
    phase: phases.find((one) => one === phase) ?? 'purchase',
    jti: newId(),
    now: clock.now(),
  })
}
