import { boardCapabilitiesGate } from './board-capabilities-gate.ts'
import type { BoardGate } from './gate.ts'
import { ifOfferedGate } from './if-offered-gate.ts'
import { requiredToolsGate } from './required-tools-gate.ts'
import { requiresGate, toolFamiliesGate } from './requires-gate.ts'
import { roleGate } from './role-gate.ts'
import { scenariosGate } from './scenarios-gate.ts'
import { versionGate } from './version-gate.ts'

/** In this order: first what makes a storyboard not apply, then what keeps it from being run. */
const gates: readonly BoardGate[] = [
  versionGate,
  ({ source }, { agent }) => roleGate(source.value, agent),
  boardCapabilitiesGate,
  ifOfferedGate,
  scenariosGate,
  requiresGate,
  toolFamiliesGate,
  requiredToolsGate,
]

/** The first gate that speaks against a storyboard. */
export const boardGate: BoardGate = (board, gating) => {
  for (const gate of gates) {
    const verdict = gate(board, gating)
    if (verdict) return verdict
  }
  return undefined
}
