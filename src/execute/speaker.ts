import type { PlannedStep } from '../model/plan.ts'
import type { Speaker } from '../model/speaker.ts'
import type { Step } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { stepHeaders } from '../request/step-auth.ts'
import { routeStep } from '../select/route.ts'
import { kitCredential } from './kit-principals.ts'
import type { RunContext } from './run-context.ts'
import type { StepSetting } from './step-setting.ts'

export type SpeakerOf =
  | { readonly status: 'ready'; readonly speaker: Speaker }
  | { readonly status: 'blocked'; readonly verdict: StepVerdict & { status: 'blocked' } }

/** Who sends a step: routed to one of several agents, as a principal, or with credentials that the step brings. */
export function speakerOf(planned: PlannedStep, { run, state }: StepSetting): SpeakerOf {
  const routed = agentOf(planned, run, state.board.source.value)
  if (routed.status === 'unrouted') return blocked('unrouted_step', routed.detail)
  const to = routed.agent === undefined ? {} : { agent: routed.agent }
  const { step } = planned
  if (step.auth === undefined)
    return { status: 'ready', speaker: { ...to, ...principalOf(step, run, state.board.kit?.value) } }
  const own = stepHeaders(step.auth, state.board.kit?.value, run.ids)
  if (own.status === 'blocked') return blocked(own.reason, own.detail)
  return { status: 'ready', speaker: { ...to, principal: 'default', headers: own.headers } }
}

/** A run against one agent ignores what storyboards say of routes. */
function agentOf(
  { step, task }: PlannedStep,
  { agents, defaultAgent, schemas }: RunContext,
  board: Parameters<typeof routeStep>[1],
): { status: 'routed'; agent?: string } | { status: 'unrouted'; detail: string } {
  if (!agents) return { status: 'routed' }
  const topology = { agents, ...(defaultAgent === undefined ? {} : { defaultAgent }) }
  return routeStep({ step, protocol: schemas.task(task)?.protocol }, board, topology)
}

function principalOf(step: Step, run: RunContext, kit: TestKit | undefined): Omit<Speaker, 'agent'> {
  const wanted = step.gov_only_as ?? step.gov_as
  if (wanted === undefined) return { principal: 'default' }
  if (run.principals.has(wanted)) return { principal: wanted }
  const headers = kitCredential(wanted, kit)
  return headers ? { principal: wanted, headers } : { principal: 'default' }
}

function blocked(reason: (StepVerdict & { status: 'blocked' })['reason'], detail: string): SpeakerOf {
  return { status: 'blocked', verdict: { status: 'blocked', reason, detail } }
}
