import type { Located } from './located.ts'
import type { Phase, Step, Storyboard } from './storyboard.ts'
import type { TestKit } from './test-kit.ts'
import type { StepVerdict, ValidationResult } from './verdict.ts'

/** What will be run, in order, with what each step stands on. */
export interface RunPlan {
  readonly boards: readonly PlannedBoard[]
  /** Storyboards that were looked at and left out. */
  readonly notSelected: readonly NotSelected[]
}

export interface PlannedBoard {
  readonly source: Located<Storyboard>
  readonly kit: Located<TestKit> | undefined
  readonly steps: readonly PlannedStep[]
}

export interface PlannedStep {
  /** storyboard/phase/step: unique in a run, can be pasted back. */
  readonly address: string
  readonly phase: Phase
  readonly step: Step
  /** The task after `$test_kit` and `task_default`. */
  readonly task: string
  readonly line: number
  /** Addresses of earlier steps whose state this one stands on. */
  readonly standsOn: readonly string[]
  /** Known before anything is sent: a gate proven false, or a tool that is missing. */
  readonly decided?: Decided
}

/** A verdict that needs no call. A failed one says why in a validation. */
export interface Decided {
  readonly verdict: StepVerdict
  readonly validations: readonly ValidationResult[]
}

export interface NotSelected {
  readonly storyboard: string
  readonly reason: string
}
