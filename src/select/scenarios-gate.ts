import type { BoardGate } from './gate.ts'

/** `requires_scenarios` that lead nowhere: the storyboard alone would prove less than it promises (storyboard-schema, unresolved_scenario_reference). */
export const scenariosGate: BoardGate = ({ unresolved = [] }) => {
  if (unresolved.length === 0) return undefined
  const references = unresolved.map(
    (id) => `requires_scenarios reference "${id}" did not resolve against the source tree`,
  )
  return {
    status: 'blocked',
    reason: 'requirement_unmet',
    detail: `unresolved_scenario_reference: ${references.join(', ')}`,
  }
}
