import type { BoardGate } from './gate.ts'
import { toolsInWords } from './tool-gate.ts'

/**
 * `if_offered`: tools that an agent of its kind may offer or not. One that does not offer them all owes nothing, whatever it claims; its own
 * list of tools says so. Of an agent that tells nothing of itself nothing is proven, and the steps say what is missing.
 */
export const ifOfferedGate: BoardGate = ({ source }, { agent }) => {
  const absent = (source.value.if_offered ?? []).filter((tool) => !agent.tools.includes(tool))
  if (absent.length === 0 || !agent.capabilities) return undefined
  return {
    status: 'not_applicable',
    reason: 'missing_tool',
    detail: `the agent does not offer ${absent.join(', ')}, and need not; it offers ${toolsInWords(agent.tools)}`,
    evidence: { pointer: '/tools', value: agent.tools },
  }
}
