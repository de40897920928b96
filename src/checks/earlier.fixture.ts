import type { Evidence } from '../model/check.ts'
import type { Exchange, Reply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { evidence, result } from './evidence.fixture.ts'

function exchange(reply: Reply): Exchange {
  const request = { transport: 'mcp', operation: 'x', url: 'http://agent.test', payload: {} } as const
  return { request, reply, startedAt: '2027-01-01T00:00:00.000Z', durationMs: 1, http: [] }
}

/** What a step shows its checks after an earlier step, called `check`, was answered like this; undefined when it was not sent. */
export function seenAfter(check: Reply | undefined, reply: Reply): Evidence {
  return evidence(reply, { earlier: (step) => (step === 'check' && check ? exchange(check) : undefined) })
}

/** An audit reply about one plan. */
export function auditOf(plan: { readonly summary?: Json; readonly entries?: Json }): Reply {
  return result({ plans: [{ plan_id: 'p', ...plan } as JsonObject] })
}
