import type { Evidence } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import type { PeerSighting } from '../model/peer-request.ts'
import { evidence, result } from './evidence.fixture.ts'

let count = 0

/** A request that came to the hosted governance agent in the step `now`, before the seller answered. */
export function came(more: Partial<PeerSighting> = {}): PeerSighting {
  count += 1
  return {
    order: count,
    at: '2027-06-15T12:00:00.000Z',
    method: 'POST',
    path: '/mcp',
    headers: {},
    credential: 'expected',
    body: '{}',
    step: 'now',
    beforeAnswer: true,
    ...more,
  }
}

/** A call of check_governance. */
export function checked(args: JsonObject = {}, more: Partial<PeerSighting> = {}): PeerSighting {
  return came({ tool: 'check_governance', arguments: args, ...more })
}

/** What a check sees in the step `now`, which `first` came before. */
export function seen(requests: readonly PeerSighting[], more: Partial<Evidence> = {}, isCut = false): Evidence {
  return { ...evidence(result({})), step: 'now', peer: { requests, begun: ['first', 'now'], isCut }, ...more }
}
