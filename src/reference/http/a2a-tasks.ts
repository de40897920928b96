import type { Task } from '@a2a-js/sdk'

/** Clients that never ask again must not fill the memory: the oldest task is forgotten first. */
const mostTasks = 1_000

/** The tasks that can still be asked for, each by whoever it was done for. */
export class RecentTasks {
  readonly #tasks = new Map<string, { readonly task: Task; readonly owner: string }>()

  keep(task: Task, owner: string): void {
    this.#tasks.set(task.id, { task, owner })
    const [oldest] = this.#tasks.keys()
    if (this.#tasks.size > mostTasks && oldest !== undefined) this.#tasks.delete(oldest)
  }

  /** Undefined for a task of someone else as for one that never was. */
  find(id: string, asker: string): Task | undefined {
    const found = this.#tasks.get(id)
    return found?.owner === asker ? found.task : undefined
  }
}
