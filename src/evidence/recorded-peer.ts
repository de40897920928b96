import { createHash } from 'node:crypto'
import type { JsonObject } from '../model/json.ts'
import type { PeerRequest } from '../model/peer-request.ts'
import type { Hosted, HostedAgent, PeerHosting } from '../run/peer-hosting.ts'
import type { PeerRecord, PeerSeen } from './journal.ts'
import { asWritten } from './journal-reader.ts'
import type { JournalWriter } from './journal-writer.ts'

/**
 * The same hosting; what comes to the agent, the tokens that it makes and what the buyer asks of it are written down, each when
 * the run looks at it. `onSecret` is told of the credential that sellers are registered with.
 */
export function recordedHosting(
  hosting: PeerHosting,
  journal: JournalWriter,
  onSecret: (secret: string) => void,
): PeerHosting {
  if (!hosting.offered) return hosting
  return {
    offered: true,
    async open(prepared) {
      const note = journal.begin()
      const hosted = await hosting.open(prepared)
      const { peer, credential, isPublic, leadsHere } = hosted
      onSecret(credential)
      note({
        kind: 'peer',
        url: peer.url,
        brand_url: peer.brandUrl,
        plain_jwks_uri: peer.plainJwksUri,
        lapsed_url: peer.lapsedUrl,
        credential,
        is_public: isPublic,
        leads_here: leadsHere,
      })
      return { ...hosted, peer: recordedPeer(peer, journal) }
    },
  }
}

function recordedPeer(peer: Hosted['peer'], journal: JournalWriter): HostedAgent {
  let looked = 0
  const look = () => {
    const requests = peer.requests()
    const seen = seenOf(requests, peer)
    looked = seen.last
    journal.note({ kind: 'peer_seen', ...seen })
    return requests
  }
  // What came after the run had looked for the last time, it was not judged by.
  const keep = () => {
    for (const request of peer.requests()) if (request.order <= looked) journal.keep(recordOf(request, peer))
  }
  return {
    url: peer.url,
    brandUrl: peer.brandUrl,
    plainJwksUri: peer.plainJwksUri,
    lapsedUrl: peer.lapsedUrl,
    script: (...answers) => peer.script(...answers),
    publish: (change) => peer.publish(change),
    mint(order, tampering) {
      const token = peer.mint(order, tampering)
      const kind = tampering && { tampering: tampering.id }
      journal.note({ kind: 'peer_token', order: asWritten(order), ...kind, governance_context: token })
      return token
    },
    requests: () => look(),
    received() {
      look()
      return peer.received()
    },
    knocks() {
      look()
      return peer.knocks()
    },
    // Only now is known what each was answered with.
    forget() {
      keep()
      peer.forget()
    },
    async close() {
      keep()
      await peer.close()
    },
    agent: {
      async handle(tool, given, who) {
        const note = journal.begin()
        const answer = await peer.agent.handle(tool, given, who)
        note({ kind: 'peer_asked', tool, arguments: asWritten(given) as JsonObject, answer })
        return answer
      },
    },
  }
}

function seenOf(requests: readonly PeerRequest[], peer: Pick<HostedAgent, 'received' | 'knocks'>): PeerSeen {
  const received = peer.received()
  const first = requests[0]?.order ?? received + 1
  return { received, knocks: peer.knocks(), first, last: first + requests.length - 1 }
}

function recordOf(request: PeerRequest, { said }: Pick<Hosted['peer'], 'said'>): PeerRecord {
  const { credential, tool: _tool, arguments: _arguments, ...kept } = request
  const answer = said?.(request.order)
  const record = { ...kept, presented: credential, ...(answer !== undefined && { said: answer }) }
  return { ...record, sha256: recordDigest(record) }
}

/** SHA-256, in hex, of a record as it is written. */
export function recordDigest({ sha256: _, ...record }: Omit<PeerRecord, 'sha256'> & { sha256?: string }): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex')
}
