import type { AgentProfile } from '../model/agent-profile.ts'
import type { RunOffers } from '../model/run-offers.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { LoadedBoard } from '../model/suite.ts'
import type { StepVerdict } from '../model/verdict.ts'

/** Against what a gate looks at a storyboard. */
export interface Gating {
  readonly agent: AgentProfile
  readonly schemas: Pick<SchemaSet, 'release' | 'task'>
  readonly offers: RunOffers
}

/** Says why no step of a storyboard will be sent; undefined when it does not speak against it. Pure. */
export type BoardGate = (board: LoadedBoard, gating: Gating) => StepVerdict | undefined
