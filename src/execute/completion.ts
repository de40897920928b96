import type { Exchange, Transport } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import type { RunContext } from './run-context.ts'

/** Before a path of context_outputs: the value stands in what the task came to in the end. */
export const completionPrefix = 'task_completion.'

export type Completion =
  | { readonly status: 'completed'; readonly payload: JsonObject }
  | { readonly status: 'failed'; readonly words: string }
  | { readonly status: 'timeout'; readonly words: string }

export interface Awaited {
  readonly completion: Completion
  readonly polls: readonly Exchange[]
}

export function needsCompletion({ context_outputs = [] }: Step): boolean {
  return context_outputs.some(({ path, generate }) => !generate && path?.startsWith(completionPrefix))
}

/** Milliseconds before each question for the task; the last stays. */
const pauses = [100, 200, 400, 800, 1500]

/**
 * Asks how a task is doing until it is done, for as long as a step may take; a reply that is final already is the completion itself.
 * Source: storyboard-schema, context_outputs (task_completion).
 */
export async function awaitCompletion(
  { reply, durationMs }: Exchange,
  line: Transport | undefined,
  run: RunContext,
): Promise<Awaited> {
  const polls: Exchange[] = []
  if (reply.kind !== 'task') return { completion: failed('the agent gave no task reply'), polls }
  if (!reply.interim) return { completion: { status: 'completed', payload: reply.payload ?? {} }, polls }
  const { taskId } = reply
  if (taskId === undefined) return { completion: failed(`the reply is "${reply.interim}" and names no task_id`), polls }
  if (!line?.poll) return { completion: failed('this transport cannot ask how a task is doing'), polls }
  const ends = run.clock.now() - durationMs + run.stepTimeoutMs
  while (polls.length < mostPolls && !run.signal.aborted) {
    const pause = pauses[Math.min(polls.length, pauses.length - 1)] ?? 0
    if (run.clock.now() + pause >= ends) break
    await run.wait(pause)
    const poll = await line.poll(taskId)
    polls.push(poll)
    const completion = completionIn(poll)
    if (completion) return { completion, polls }
  }
  const words = `the task ${taskId} was not done after ${polls.length} questions, in the time of a step`
  return { completion: { status: 'timeout', words }, polls }
}

const mostPolls = 200
const pendingStates = new Set(['submitted', 'working'])
const lostStates = new Set(['failed', 'canceled', 'rejected', 'auth-required', 'input-required', 'unknown'])

/** What a poll says of the task; undefined while it is still being worked on. */
function completionIn({ reply }: Exchange): Completion | undefined {
  if (reply.kind !== 'task') return failed('the agent did not answer how the task is doing')
  if (reply.error)
    return failed(`the task ended in the error ${reply.error.code ?? reply.error.message ?? 'without a code'}`)
  const payload = reply.payload ?? {}
  const state = reply.interim ?? (reply.envelope ?? payload).status
  if (typeof state === 'string' && pendingStates.has(state)) return undefined
  if (typeof state === 'string' && lostStates.has(state)) return failed(`the task ended as "${state}"`)
  return { status: 'completed', payload: isJsonObject(payload.result) ? payload.result : payload }
}

function failed(words: string): Completion {
  return { status: 'failed', words }
}
