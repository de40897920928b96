import type { LoadedBoard } from '../model/suite.ts'
import type { StepVerdict } from '../model/verdict.ts'
import type { BoardGate, Gating } from './gate.ts'

/** A value of `requires`: undefined when the run has it, else what would bring it. */
type Lack = (board: LoadedBoard, gating: Gating) => string | undefined

/** `real_wire` has no effect until there is a way to run without a wire. */
const lacks: Readonly<Record<string, Lack>> = {
  real_wire: () => undefined,
  controller: (_, { agent }) =>
    agent.tools.includes('comply_test_controller') ? undefined : 'the agent offers no comply_test_controller',
  seeded_state: (_, { offers }) =>
    offers.seededState ? undefined : 'give --assert-seeded-state when the state it presupposes is at the agent',
  webhook_receiver: (_, { offers }) => (offers.webhookReceiver ? undefined : 'this run hosts no webhook receiver'),
  multi_agent: missingAgents,
}

/**
 * `requires`: what the run must bring. The detail begins with the bare value and "; ", as runner-output-contract wants it; a value that
 * this release does not know is not met.
 */
export const requiresGate: BoardGate = (board, gating) => {
  for (const value of board.source.value.requires ?? []) {
    const lack = Object.hasOwn(lacks, value) ? lacks[value]?.(board, gating) : 'this release does not know what it is'
    if (lack !== undefined) return unmet(`${value}; ${lack}`)
  }
  return undefined
}

/** `required_any_of_tools`: of each family of tools the agent offers one. */
export const toolFamiliesGate: BoardGate = ({ source }, { agent }) => {
  const families = source.value.required_any_of_tools ?? []
  const missing = families.find(({ tools }) => !tools.some((tool) => agent.tools.includes(tool)))
  if (!missing) return undefined
  const rationale = missing.rationale === undefined ? '' : ` (${missing.rationale})`
  return unmet(`missing_required_tool_family: needs ${missing.tools.join(' or ')}${rationale}`)
}

function missingAgents({ source }: LoadedBoard, { offers }: Gating): string | undefined {
  const agents = offers.agents ?? new Map()
  if (agents.size < 2) return 'name several agents, with --agent key=url for each'
  const { default_agent, phases } = source.value
  const keys = phases.flatMap(({ steps }) => steps.flatMap(({ agent }) => agent ?? []))
  const absent = [...new Set([...(default_agent === undefined ? [] : [default_agent]), ...keys])].filter(
    (key) => !agents.has(key),
  )
  return absent.length === 0 ? undefined : `no agent of this run is called ${absent.join(' or ')}`
}

function unmet(detail: string): StepVerdict {
  return { status: 'blocked', reason: 'requirement_unmet', detail }
}
