import type { Answer } from './mcp-server.fixture.ts'
import { moment, refusal } from './replies.fixture.ts'

/** Purchases that are taken on, and what they came to. */
export class TaskDesk {
  private readonly tasks = new Map<string, { begun: string; result?: Answer }>()

  takeOn(work: Promise<Answer>): Answer {
    const id = `hv-task-${this.tasks.size + 1}`
    const task: { begun: string; result?: Answer } = { begun: moment() }
    this.tasks.set(id, task)
    void work.then((result) => {
      task.result = result
    })
    return { payload: { status: 'submitted', task_id: id, message: 'The desk looks at it.' } }
  }

  stateOf(id: string): Answer {
    const task = this.tasks.get(id)
    if (task === undefined) return refusal('REFERENCE_NOT_FOUND', 'There is no such task.', 'task_id')
    const { begun, result } = task
    const state = {
      task_id: id,
      task_type: 'create_media_buy',
      protocol: 'media-buy',
      created_at: begun,
      updated_at: moment(),
    }
    if (result === undefined) return { payload: { ...state, status: 'working' } }
    const { adcp_error: error } = result.payload
    return {
      payload: {
        ...state,
        completed_at: moment(),
        ...(error === undefined
          ? { status: 'completed', result: result.payload }
          : { status: 'failed', error, result: result.payload }),
      },
    }
  }
}
