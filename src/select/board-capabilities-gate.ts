import type { AgentProfile } from '../model/agent-profile.ts'
import type { CapabilityMatch, Storyboard } from '../model/storyboard.ts'
import type { LoadedBoard } from '../model/suite.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { capabilityGate } from './capability-gate.ts'
import { asId } from './claims.ts'
import type { BoardGate, Gating } from './gate.ts'

/** Gates that official storyboards state in prose only: they are for agents that say they do it, and for no others. */
const inProse: Readonly<Record<string, { readonly wanted: CapabilityMatch; readonly oldClaim?: string }>> = {
  signed_requests: {
    wanted: { path: 'request_signing.supported', equals: true, present: true },
    oldClaim: 'signed-requests',
  },
  deterministic_testing: { wanted: { path: 'compliance_testing', present: true } },
}

/**
 * `requires_capability` and `requires_all_capabilities` of a storyboard: all of them must hold. In a run against several agents it
 * applies when they hold for one of them.
 */
export const boardCapabilitiesGate: BoardGate = (board, gating) => {
  const each = [...(gating.offers.agents?.values() ?? [gating.agent])].map((agent) =>
    gateFor(board, { ...gating, agent }),
  )
  return each.includes(undefined) ? undefined : each[0]
}

function gateFor({ source, family }: LoadedBoard, gating: Gating): StepVerdict | undefined {
  return [...written(source.value), ...(family ? prose(source.value, gating.agent) : [])]
    .map((wanted) => capabilityGate(wanted, gating))
    .find((verdict) => verdict !== undefined)
}

function written({ requires_capability, requires_all_capabilities = [] }: Storyboard): readonly CapabilityMatch[] {
  return [...(requires_capability ? [requires_capability] : []), ...requires_all_capabilities]
}

/** Claims that were given up in favour of a capability still count. */
function prose({ id }: Storyboard, { specialisms }: AgentProfile): readonly CapabilityMatch[] {
  const gate = Object.hasOwn(inProse, id) ? inProse[id] : undefined
  return !gate || specialisms.some((claim) => asId(claim) === gate.oldClaim) ? [] : [gate.wanted]
}
