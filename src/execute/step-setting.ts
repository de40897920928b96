import type { BoardState } from './board-state.ts'
import type { Lines } from './lines.ts'
import type { PeerWatch } from './peer/peer-watch.ts'
import type { RunContext } from './run-context.ts'

/** What a step of one storyboard has at hand. */
export interface StepSetting {
  readonly run: RunContext
  readonly state: BoardState
  readonly lines: Lines
  /** What comes to the hosted governance agent; absent where the storyboard needs none. */
  readonly peer?: PeerWatch
  /** Milliseconds that every date of the storyboard moves by. */
  readonly dateShift: number
  /** The invariants that hold in the storyboard. */
  readonly invariantIds: ReadonlySet<string>
}
