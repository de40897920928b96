import type { Json } from '../model/json.ts'
import type { Decided } from '../model/plan.ts'
import type { Step } from '../model/storyboard.ts'
import { isPseudoTask } from './pseudo-tasks.ts'

/** How the names of steps begin that are no AdCP task: they wait, replay, fetch or assert. */
const runnerTask = /^(expect|assert|replay|fetch|trusted_match)_/

/** What this release cannot do yet is blocked by name: sent to the agent as a call, it would prove nothing. */
export function unsupportedGate({ task, sample_request }: Pick<Step, 'task' | 'sample_request'>): Decided | undefined {
  if (holdsDirective(sample_request ?? null))
    return unsupported(`this release does not make assets for a format, which ${buildAssets} asks for`)
  return isPseudoTask(task) || !runnerTask.test(task)
    ? undefined
    : unsupported(`this release does not run task ${task} yet`)
}

/** A directive to the runner, which must never reach an agent (storyboard-schema, creative asset expansion). */
const buildAssets = '$build_assets_from_format'

function holdsDirective(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, buildAssets) || Object.values(value).some(holdsDirective)
}

function unsupported(detail: string): Decided {
  return { verdict: { status: 'blocked', reason: 'unsupported', detail }, validations: [] }
}
