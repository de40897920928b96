import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js'
import type { AgentCard } from './a2a-card.ts'
import { cardPlaces, readCard } from './a2a-card.ts'
import { parseJson } from './parse-json.ts'
import type { Refusal } from './refusal.ts'
import { Refused, unreachable } from './refusal.ts'

/** A card, or why there is none that can be used; `hasCard` then tells whether there was one at all. */
export type FoundCard = { readonly card: AgentCard } | { readonly refusal: Refusal; readonly hasCard: boolean }

/**
 * Looks for the card of the agent at this address. The credentials are for the address's origin alone, so a card that sends
 * callers to another one is refused.
 */
export async function findCard(address: URL, fetch: FetchLike): Promise<FoundCard> {
  const refusals: Refusal[] = []
  for (const place of cardPlaces(address)) {
    const found = await cardAt(place, address, fetch)
    if (found && ('card' in found || found.hasCard)) return found
    if (found) refusals.push(found.refusal)
    if (found?.refusal.kind === 'unreachable') break
  }
  return { refusal: worthTelling(refusals) ?? noCard(address), hasCard: false }
}

/** Undefined when something else is there. */
async function cardAt(place: URL, { origin }: URL, fetch: FetchLike): Promise<FoundCard | undefined> {
  try {
    const response = await fetch(place.href, { headers: { accept: 'application/json' } })
    const card = readCard(parseJson(await response.text()), place)
    if (!card) return undefined
    if ('unusable' in card) return { refusal: unreachable('not_protocol', card.unusable), hasCard: true }
    if (card.endpoint.origin === origin) return { card }
    return { refusal: unreachable('redirect', elsewhere(card.endpoint)), hasCard: true }
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.reply, hasCard: false }
    throw error
  }
}

/** Without query and user, which may hold secrets. */
function elsewhere({ origin, pathname }: URL): string {
  return `the agent card sends callers to ${origin}${pathname}, which is another origin than the address that was given`
}

/** Silence, a login and a failure say more than that there is no card. */
function worthTelling(refusals: readonly Refusal[]): Refusal | undefined {
  return refusals.find(
    (refusal) =>
      refusal.kind === 'unreachable' ||
      (refusal.kind === 'http_error' && (refusal.status === 401 || refusal.status === 403 || refusal.status >= 500)),
  )
}

function noCard(address: URL): Refusal {
  const places = cardPlaces(address).map(({ pathname }) => pathname)
  return unreachable('not_protocol', `the agent has no agent card at ${places.join(' or ')}`)
}
