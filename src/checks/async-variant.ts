import type { TaskReply } from '../model/exchange.ts'

/** Whether a schema describes replies in this state, and not results: the manifest names them alike for every task. */
export function isAsyncVariant(id: string, interim: NonNullable<TaskReply['interim']>): boolean {
  return id.endsWith(`-async-response-${interim}.json`)
}
