import type { JsonObject } from '../model/json.ts'
import type { PeerRequest } from '../model/peer-request.ts'
import { toolIn } from '../peers/governance-peer/peer-request.ts'
import { parsedBody } from '../peers/read-delivery.ts'
import type { HostedAgent, PeerHosting } from '../run/peer-hosting.ts'
import type { PeerRecord, PeerSeen } from './journal.ts'
import { asWritten, type JournalReader, sameJson } from './journal-reader.ts'

/** The hosting of the recorded run: an agent that nobody reaches, and that saw what the record says. */
export function playedHosting(reader: JournalReader): PeerHosting {
  const { noPeer } = reader.journal.stage
  const opened = reader.find('peer', () => true)
  if (opened === undefined) return { offered: false, why: noPeer ?? 'the recorded run hosted no governance agent' }
  const { url, brand_url: brandUrl, plain_jwks_uri: plainJwksUri, lapsed_url: lapsedUrl = url, credential } = opened
  const peer = { url, brandUrl, plainJwksUri, lapsedUrl, ...playedPeer(reader) }
  return {
    offered: true,
    open: async () => ({ peer, credential, isPublic: opened.is_public, leadsHere: opened.leads_here }),
  }
}

type Played = Omit<HostedAgent, 'url' | 'brandUrl' | 'plainJwksUri' | 'lapsedUrl'>

function playedPeer(reader: JournalReader): Played {
  const all = reader.journal.peerRequests.map(requestOf)
  let seen: PeerSeen = { received: 0, knocks: 0, first: 1, last: 0 }
  // Where this release looks more often than the recorded run did, nothing more has come.
  const look = () => {
    seen = reader.take('peer_seen', () => true) ?? seen
    return seen
  }
  return {
    script: async () => {},
    publish: () => undefined,
    mint(order, tampering) {
      const told = reader.take('peer_token', (one) => one.tampering === tampering?.id && sameJson(one.order, order))
      if (!told) reader.stray(`a token ${tampering?.id ?? 'that is good'} for ${JSON.stringify(order)}`)
      return told?.governance_context ?? 'unrecorded'
    },
    requests() {
      const { first, last } = look()
      return all.filter(({ order }) => order >= first && order <= last)
    },
    received: () => look().received,
    knocks: () => look().knocks,
    forget() {
      seen = { ...seen, first: seen.received + 1, last: seen.received }
    },
    close: async () => {},
    agent: {
      async handle(tool, given) {
        const told = reader.take('peer_asked', (one) => one.tool === tool && sameJson(one.arguments, given))
        if (told) return told.answer
        reader.stray(`what the hosted governance agent answers to ${tool} with these arguments`)
        return { payload: asWritten({ adcp_error: unrecorded }) as JsonObject, isError: true }
      },
    },
  }
}

const unrecorded = { code: 'UNRECORDED', message: 'The record does not hold what it answers to this.' }

/** Tool and arguments are what the body says, so that none of them can be told otherwise. */
function requestOf({ presented, said: _said, sha256: _sha256, ...kept }: PeerRecord): PeerRequest {
  const call = kept.problem === undefined ? toolIn(parsedBody(Buffer.from(kept.body)).payload) : {}
  return { ...kept, credential: presented, ...call }
}
