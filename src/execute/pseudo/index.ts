import type { PseudoTask } from './pseudo-task.ts'

/** The steps that are no AdCP task, in reading order. */
export const pseudoTasks: readonly PseudoTask[] = []

const byTask = new Map(pseudoTasks.map((pseudo) => [pseudo.task, pseudo]))

export function findPseudoTask(task: string): PseudoTask | undefined {
  return byTask.get(task)
}
