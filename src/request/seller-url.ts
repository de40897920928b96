import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'
import type { Scope } from './scope.ts'

/**
 * The address of the seller under test, as its adagents.json declares it: what tokens are for, and what it names itself by. Behind
 * a proxy that is not where the run calls it; nothing that a seller says of itself tells, so the test kit does (security, aud).
 */
export function sellerUrl({ kit, runner }: Pick<Scope, 'kit' | 'runner'>): Json | undefined {
  const named = kit === undefined ? undefined : readPath({ ...kit } as Json, 'governance.seller.agent_url')
  return typeof named === 'string' ? named : runner.agent_url
}
