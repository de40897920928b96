import { findCheck } from '../checks/index.ts'
import { readPath } from '../json/path.ts'
import type { KitAddresses } from '../keys/places.ts'
import type { Exchange } from '../model/exchange.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import { readToken } from '../token/read-token.ts'
import type { BoardState } from './board-state.ts'
import type { RunContext } from './run-context.ts'

/** What the agent publishes, when a validation of the step needs it: checks themselves fetch nothing. */
export async function publishedKeysFor(
  { step }: PlannedStep,
  { reply, request }: Exchange,
  { run, state }: { run: RunContext; state: BoardState },
): Promise<PublishedKeys | undefined> {
  const needed = step.validations?.some(({ check }) => findCheck(check)?.needs?.includes('keys'))
  if (!needed || run.publishedKeys === undefined) return undefined
  const kit = state.board.kit?.value.governance
  const brandDomain = textOf(readPath(kit, 'brand.domain'))
  const issuer = reply.kind === 'task' ? issuerOf(reply.payload?.governance_context) : undefined
  return await run.publishedKeys({
    kit: addressesIn(readPath(kit, 'agent')),
    ...(run.agents && { from: request.url }),
    ...(brandDomain === undefined ? {} : { brandDomain }),
    ...(issuer === undefined ? {} : { issuer }),
  })
}

function issuerOf(token: Json | undefined): string | undefined {
  const read = typeof token === 'string' ? readToken(token) : undefined
  return read && 'token' in read ? textOf(read.token.claims.iss) : undefined
}

const addresses = ['issuer', 'jwks_url', 'archive_url', 'revocations_url', 'brand_url'] as const

function addressesIn(section: Json | undefined): KitAddresses {
  if (!isJsonObject(section)) return {}
  return Object.fromEntries(addresses.flatMap((name) => (textOf(section[name]) ? [[name, section[name]]] : [])))
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
