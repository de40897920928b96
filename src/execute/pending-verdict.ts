import type { Exchange } from '../model/exchange.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { goesOn } from './follow-task.ts'
import type { StepSetting } from './step-setting.ts'

type Blocked = StepVerdict & { readonly status: 'blocked' }

/** A task that was followed and came to no end says nothing yet of the agent: somebody may still have to look at it. */
export function pendingVerdict(exchange: Exchange, { state, run }: StepSetting): Blocked | undefined {
  if (!state.board.source.value.follows_tasks || !goesOn(exchange)) return undefined
  const seconds = Math.round(run.stepTimeoutMs / 1000)
  const detail = `the agent took the task on, and within ${seconds} seconds nothing could be read of what it came to`
  return { status: 'blocked', reason: 'task_pending', detail }
}
