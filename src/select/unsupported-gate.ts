import type { Decided } from '../model/plan.ts'
import type { Step } from '../model/storyboard.ts'
import { isPseudoTask } from './pseudo-tasks.ts'

/** How the names of steps begin that are no AdCP task: they wait, replay, fetch or assert. */
const runnerTask = /^(expect|assert|replay|fetch|trusted_match)_/

/** What this release cannot do yet is blocked by name: sent to the agent as a call, it would prove nothing. */
export function unsupportedGate({ task }: Pick<Step, 'task'>): Decided | undefined {
  if (isPseudoTask(task) || !runnerTask.test(task)) return undefined
  const detail = `this release does not run task ${task} yet`
  return { verdict: { status: 'blocked', reason: 'unsupported', detail }, validations: [] }
}
