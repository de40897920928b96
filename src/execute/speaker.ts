import type { AgentProfile } from '../model/agent-profile.ts'
import type { Decided, PlannedStep } from '../model/plan.ts'
import type { Speaker } from '../model/speaker.ts'
import type { Step } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'
import type { BlockedReason, ValidationResult } from '../model/verdict.ts'
import { stepHeaders } from '../request/step-auth.ts'
import { type Route, routeStep } from '../select/route.ts'
import { kitCredential } from './kit-principals.ts'
import { blocked } from './not-sent.ts'
import type { RunContext } from './run-context.ts'
import type { StepSetting } from './step-setting.ts'

export type SpeakerOf =
  | { readonly status: 'ready'; readonly speaker: Speaker }
  /** Nobody can send it, and this is what the step ends as. */
  | { readonly status: 'held'; readonly decided: Decided }

/** Who sends a step: routed to one of several agents, as a principal, or with credentials that the step brings. */
export function speakerOf(planned: PlannedStep, { run, state }: StepSetting): SpeakerOf {
  const routed = agentOf(planned, run, state.board.source.value)
  if (routed.status === 'unrouted') return { status: 'held', decided: unroutedStep(routed) }
  const to = routed.agent === undefined ? {} : { agent: routed.agent }
  const { step } = planned
  if (step.auth === undefined)
    return { status: 'ready', speaker: { ...to, ...principalOf(step, run, state.board.kit?.value) } }
  const own = stepHeaders(step.auth, state.board.kit?.value, run.ids)
  if (own.status === 'blocked') return held(own.reason, own.detail)
  return { status: 'ready', speaker: { ...to, principal: 'default', headers: own.headers } }
}

/** What the agent that a step goes to says of itself; undefined when no agent takes it, or nobody has asked. */
export function agentFor(planned: PlannedStep, { run, state }: StepSetting): AgentProfile | undefined {
  const routed = agentOf(planned, run, state.board.source.value)
  if (routed.status === 'unrouted') return undefined
  return routed.agent === undefined ? run.agent : run.agents?.get(routed.agent)
}

/** A run against one agent ignores what storyboards say of routes. */
function agentOf(
  { step, task }: PlannedStep,
  { agents, defaultAgent, schemas }: RunContext,
  board: Parameters<typeof routeStep>[1],
): { readonly status: 'routed'; readonly agent?: string } | Unrouted {
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

function held(reason: BlockedReason, detail: string): SpeakerOf {
  return { status: 'held', decided: blocked(reason, detail) }
}

type Unrouted = Extract<Route, { status: 'unrouted' }>

/** No agent is at fault, and still the run may not pass (storyboard-schema, default_agent, resolution order). */
function unroutedStep({ mode, detail }: Unrouted): Decided {
  const validation: ValidationResult = {
    check: mode,
    description: 'One agent of this run takes the step',
    severity: 'required',
    requirements: [],
    outcome: {
      status: 'failed',
      message: `nobody takes the step, which is for whoever set up the run to mend: ${detail}; see --agent and --default-agent`,
      pointer: null,
      expected: 'one agent',
      actual: mode,
    },
  }
  return { verdict: { status: 'failed' }, validations: [validation] }
}
