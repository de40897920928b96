import { equalJson } from '../json/equal.ts'
import { readPath, toPointer } from '../json/path.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { StepVerdict } from '../model/verdict.ts'

/**
 * `requires_capability {path, equals}`: the storyboard does not apply when the agent's own valid capability reply declares another
 * value there. Nothing declared proves nothing, and the storyboard runs (storyboard-schema 3.0.6).
 */
export function capabilityGate(storyboard: Storyboard, agent: AgentProfile): StepVerdict | undefined {
  const wanted = storyboard.requires_capability
  if (!wanted || wanted.equals === undefined || !agent.capabilities) return undefined
  const declared = readPath(agent.capabilities, wanted.path)
  if (declared === undefined || declared === null || equalJson(declared, wanted.equals)) return undefined
  return {
    status: 'not_applicable',
    reason: 'unsatisfied_contract',
    detail: `the agent declares ${wanted.path} as ${JSON.stringify(declared)}; the storyboard is for agents with ${JSON.stringify(wanted.equals)}`,
    evidence: { pointer: toPointer(wanted.path), value: declared },
  }
}
