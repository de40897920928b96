import type { Call, Exchange, TaskReply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'
import { readAdcpError } from './adcp-error.ts'

/** The names under which agents offer AdCP's own question for a task (core/tasks-get-request.json), the newest first. */
const names = ['get_task_status', 'tasks_get', 'tasks/get']

/** The one of them that the agent offers; the protocol's own name when it offers none, and the agent says so itself. */
export function pollTaskAmong(offered: readonly string[]): string {
  return names.find((name) => offered.includes(name)) ?? 'tasks/get'
}

export function pollCall(task: string, taskId: string): Call {
  return { task, arguments: { task_id: taskId, include_result: true } }
}

/**
 * Takes the task's own reply out of what AdCP says of the task (core/tasks-get-response.json): the `result` of a completed
 * one, the error of one that came to nothing. One that goes on keeps its `interim`.
 */
export function polled(exchange: Exchange): Exchange {
  const { reply } = exchange
  if (reply.kind !== 'task' || reply.error || reply.interim || !reply.payload) return exchange
  return { ...exchange, reply: ended(reply, reply.payload) }
}

function ended(reply: TaskReply, task: JsonObject): TaskReply {
  if (task.status === 'completed')
    return isJsonObject(task.result) ? { ...reply, payload: task.result, envelope: task } : reply
  const error = readAdcpError({ payload: task, isError: true, text: `the task is ${JSON.stringify(task.status)}` })
  return error ? { ...reply, error } : reply
}
