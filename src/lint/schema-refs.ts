import type { TaskSchemas } from '../model/schema-set.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { stepsOf } from './walk.ts'

interface Tasks {
  task(name: string): TaskSchemas | undefined
}

/** The request schema of a step: the one it names, else that of its task. Undefined when there is none, or only the test kit names it. */
export function requestRefOf(step: Step, { task }: Tasks): string | undefined {
  return step.schema_ref === undefined ? task(taskOf(step))?.request : fixed(step.schema_ref)
}

/** The request schema of the tool that an intent check asks about; undefined when the step is no such check. */
export function intentRefOf(step: Step, { task }: Tasks): string | undefined {
  const tool = step.sample_request?.tool
  return step.task === 'check_governance' && typeof tool === 'string' ? task(tool)?.request : undefined
}

/** Every schema that linting a storyboard may need. */
export function schemaRefsOf(storyboard: Storyboard, tasks: Tasks): ReadonlySet<string> {
  const refs = stepsOf(storyboard).flatMap(({ step }) => [
    requestRefOf(step, tasks),
    intentRefOf(step, tasks),
    fixed(step.response_schema_ref),
  ])
  return new Set(refs.filter((ref) => ref !== undefined))
}

/** The task of a step, as far as it is known without a test kit; for one that the hosted agent is asked, that behind `peer:`. */
export function taskOf(step: Step): string {
  return (fixed(step.task) ?? step.task_default ?? step.task).replace(/^peer:/, '')
}

/** A value that the storyboard itself states. */
export function fixed(value: string | undefined): string | undefined {
  return value?.startsWith('$test_kit.') ? undefined : value
}
