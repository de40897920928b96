import { claimsInWords, claimsTasksOf } from './claims.ts'
import type { BoardGate, Gating } from './gate.ts'
import { toolsInWords } from './tool-gate.ts'

/**
 * `required_tools`: one of them is enough. An agent that offers none is not graded: the storyboard does not apply when it claims nothing that
 * these tools belong to, and is blocked when it does, or when nothing can be told.
 */
export const requiredToolsGate: BoardGate = ({ source }, gating) => {
  const wanted = source.value.required_tools ?? []
  const { agent } = gating
  if (wanted.length === 0 || wanted.some((tool) => agent.tools.includes(tool))) return undefined
  const detail = `the agent offers none of ${wanted.join(', ')}; it offers ${toolsInWords(agent.tools)}`
  if (wanted.some((tool) => isClaimed(tool, gating)))
    return { status: 'blocked', reason: 'missing_tool', detail: `${detail}; ${claimsInWords(agent)}` }
  return {
    status: 'not_applicable',
    reason: 'missing_tool',
    detail: `${detail}; nor does it claim what they belong to: ${claimsInWords(agent)}`,
    evidence: { pointer: '/supported_protocols', value: agent.supportedProtocols },
  }
}

/** What cannot be told counts as claimed: silence must not narrow the scope. */
function isClaimed(tool: string, { agent, schemas }: Gating): boolean {
  return claimsTasksOf(schemas.task(tool)?.protocol, agent) ?? true
}
