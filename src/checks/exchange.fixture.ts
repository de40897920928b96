import type { Exchange, Reply, RequestRecord } from '../model/exchange.ts'

/** A call that was answered like this. */
export function exchanged(
  reply: Reply,
  request: Partial<RequestRecord> = {},
  startedAt = '2027-01-01T00:00:00.000Z',
): Exchange {
  return {
    request: { transport: 'mcp', operation: 'x', url: 'http://agent.test/mcp', payload: {}, ...request },
    reply,
    startedAt,
    durationMs: 1,
    http: [],
  }
}
