import type { Hosted } from '../execute/peer/peer-host.ts'
import { isLoopback } from '../keys/loopback.ts'
import { type GovernancePeer, openGovernancePeer } from '../peers/governance-peer/governance-peer.ts'
import { leadsTo } from './leads-to.ts'
import type { RunOptions } from './options.ts'
import type { Prepared } from './run-prepared.ts'

export type { Hosted, HostedAgent } from '../execute/peer/peer-host.ts'

/** Whether a seller can reach the governance agent that a run hosts; and if not, what would let it. */
export type PeerHosting =
  | { readonly offered: true; open(prepared: Pick<Prepared, 'adcp' | 'schemas'>): Promise<Hosted> }
  | { readonly offered: false; readonly why: string }

type Manner = Pick<RunOptions, 'peer' | 'onPeer' | 'clock' | 'ids'>

/** An agent on this machine is only for a seller on this machine: another one would be blamed for what it cannot reach. */
export function peerHostingFor(agentUrl: string, manner: Manner): PeerHosting {
  const { publicUrl } = manner.peer ?? {}
  if (publicUrl === undefined && !isLoopback(agentUrl))
    return {
      offered: false,
      why: 'the seller is not on this machine and cannot reach a governance agent on it: give an https address that leads here with --public-url, and --peer-port',
    }
  return { offered: true, open: (prepared) => open(prepared, manner) }
}

async function open({ adcp, schemas }: Pick<Prepared, 'adcp' | 'schemas'>, manner: Manner): Promise<Hosted> {
  const { peer: { tls = false, newId = () => manner.ids.uuid(), ...mode } = {}, clock } = manner
  const credential = `${newId()}${newId()}`
  const peer = await openGovernancePeer({
    ...mode,
    https: tls,
    clock: { now: () => clock.now() },
    newId,
    adcp,
    schemas,
    credential,
  })
  await tell(peer, manner)
  const isPublic = mode.publicUrl !== undefined
  return { peer, credential, isPublic, leadsHere: isPublic && (await leadsTo(peer)) }
}

/** Whoever is told may refuse: then nothing is left open. */
async function tell(peer: GovernancePeer, { onPeer }: Manner): Promise<void> {
  try {
    await onPeer?.(peer)
  } catch (error) {
    await peer.close()
    throw error
  }
}
