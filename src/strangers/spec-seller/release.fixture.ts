import type { JsonObject } from '../../model/json.ts'
import type { Answer } from './mcp-server.fixture.ts'

export type Release = '3.0' | '3.1'

/** An answer as a release has it: from 3.1 on, status is that of the task, also where the call failed. */
export function atRelease(release: Release, tool: string, { payload, isError }: Answer): Answer {
  if (release === '3.0') return isError === undefined ? { payload } : { payload, isError }
  if (isError) return { payload: { status: 'failed', ...payload }, isError }
  // A task that goes on, and the state of one, have said so already.
  if (payload.task_id !== undefined) return { payload }
  return { payload: { ...ownStatus(tool, payload), status: 'completed' } }
}

/** What a governance agent decided. */
export function decisionIn(release: Release, reply: JsonObject | undefined): unknown {
  return release === '3.0' ? reply?.status : reply?.verdict
}

function ownStatus(tool: string, payload: JsonObject): JsonObject {
  if (tool === 'get_products') return { ...payload, cache_scope: 'account' }
  if (!/^(create|update)_media_buy$/.test(tool)) return payload
  const { status = null, ...rest } = payload
  return { ...rest, media_buy_status: status }
}
