import type { Exchange, TaskReply, Transport } from '../model/exchange.ts'
import { awaitCompletion } from './completion.ts'
import type { StepSetting } from './step-setting.ts'

export interface Followed {
  /** What is graded: the reply itself, or in its place what the task came to. */
  readonly exchange: Exchange
  /** The reply that was not final, and the questions that followed. */
  readonly alsoSent: readonly Exchange[]
}

/**
 * Where the storyboard says follows_tasks: asks after a task that was taken on until it is done, for as long as a step may take. A
 * task without an end, or with one that nobody can read, leaves the reply as it was.
 */
export async function followTask(exchange: Exchange, line: Transport, { run, state }: StepSetting): Promise<Followed> {
  if (!state.board.source.value.follows_tasks || !goesOn(exchange)) return { exchange, alsoSent: [] }
  const { polls } = await awaitCompletion(exchange, line, run)
  const last = polls.at(-1)
  const end = last && endOf(last)
  if (last === undefined || end === undefined) return { exchange, alsoSent: polls }
  const durationMs = Date.parse(last.startedAt) + last.durationMs - Date.parse(exchange.startedAt)
  return { exchange: { ...exchange, reply: end, durationMs }, alsoSent: [exchange, ...polls] }
}

/** Whether a reply says that its task goes on, and which one that is. */
export function goesOn({ reply }: Exchange): boolean {
  return reply.kind === 'task' && !reply.error && reply.interim !== undefined && reply.taskId !== undefined
}

function endOf({ reply }: Exchange): TaskReply | undefined {
  if (reply.kind !== 'task' || reply.interim) return undefined
  const { payload, error } = reply
  // What tells only that the task is done does not hold what it came to.
  const isBare = payload?.task_id !== undefined && payload.status === 'completed'
  return error === undefined && isBare ? undefined : { ...reply, followed: true }
}
