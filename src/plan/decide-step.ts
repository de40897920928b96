import type { AgentProfile } from '../model/agent-profile.ts'
import type { Decided } from '../model/plan.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { capabilityGate } from '../select/capability-gate.ts'
import { contractGate } from '../select/contract-gate.ts'
import type { Gating } from '../select/gate.ts'
import { isPseudoTask } from '../select/pseudo-tasks.ts'
import { routeStep } from '../select/route.ts'
import { toolGate } from '../select/tool-gate.ts'
import { unsupportedGate } from '../select/unsupported-gate.ts'
import type { Placed } from './prerequisites.ts'

/** A step with what its task turned out to be. */
export interface NamedStep extends Placed {
  /** Why the task has no name. */
  readonly defect?: string
}

/** What is known of a step before anything is sent; undefined when it is to be performed. */
export function decideStep(named: NamedStep, board: Storyboard, gating: Gating): Decided | undefined {
  const { phase, step, task, defect } = named
  const agent = agentOf(named, board, gating)
  const verdict =
    phase.requires_capability && capabilityGate(phase.requires_capability, { ...gating, agent: agent ?? gating.agent })
  if (verdict) return without(verdict)
  if (defect !== undefined) return without({ status: 'blocked', reason: 'authoring_defect', detail: defect })
  return (
    unsupportedGate(step) ??
    contractGate(step, gating.offers) ??
    (agent && missingTool([step.requires_tool, phase.requires_tool], task, { ...gating, agent }))
  )
}

/** A verdict that needs no validation to say why. */
export function without(verdict: StepVerdict): Decided {
  return { verdict, validations: [] }
}

function missingTool(required: readonly (string | undefined)[], task: string, gating: Gating): Decided | undefined {
  const tools = [...(isPseudoTask(task) ? [] : [task]), ...required.filter((tool) => tool !== undefined)]
  return tools.map((tool) => toolGate(tool, gating)).find((decided) => decided)
}

/** Who would take the step; undefined when several agents are there and none can be told: the step says so when it is its turn. */
function agentOf(
  { step, task }: NamedStep,
  board: Storyboard,
  { agent, schemas, offers }: Gating,
): AgentProfile | undefined {
  const { agents, defaultAgent } = offers
  if (!agents) return agent
  const topology = { agents, ...(defaultAgent === undefined ? {} : { defaultAgent }) }
  const route = routeStep({ step, protocol: schemas.task(task)?.protocol }, board, topology)
  return route.status === 'routed' ? agents.get(route.agent) : undefined
}
