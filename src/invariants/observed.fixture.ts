import { v30 } from '../checks/evidence.fixture.ts'
import type { Exchange, Reply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { Observed, World } from './invariant.ts'

export const world: World = { adcp: v30, secrets: [], kit: undefined }

/** A step that was answered like this. */
export function seen(
  task: string,
  reply: Reply,
  more: Partial<Observed> & { readonly sent?: JsonObject } = {},
): Observed {
  const { sent = {}, ...rest } = more
  const request = { transport: 'mcp', operation: task, url: 'http://agent.test/mcp', payload: sent } as const
  const exchange: Exchange = { request, reply, startedAt: '2027-01-01T00:00:00.000Z', durationMs: 1, http: [] }
  return { step: `${task}_step`, task, expects: 'success', passed: true, exchange, ...rest }
}
