import { get } from 'node:https'
import { rootCertificates } from 'node:tls'
import type { GovernancePeer } from '../peers/governance-peer/governance-peer.ts'

/** Milliseconds. */
const patience = 5_000

/**
 * Whether what is asked at the public address of a hosted agent comes to it. False says nothing: there are networks from
 * within which nobody reaches their own public address.
 */
export async function leadsTo(
  peer: Pick<GovernancePeer, 'brandUrl' | 'certificate' | 'received'>,
  milliseconds = patience,
): Promise<boolean> {
  const before = peer.received()
  await asked(peer, milliseconds)
  return peer.received() > before
}

function asked({ brandUrl, certificate }: Pick<GovernancePeer, 'brandUrl' | 'certificate'>, milliseconds: number) {
  const trust = certificate === undefined ? {} : { ca: [certificate, ...rootCertificates] }
  return new Promise<void>((done) => {
    const request = get(brandUrl, { ...trust, agent: false, signal: AbortSignal.timeout(milliseconds) }, (response) => {
      response.resume()
      response.on('close', done)
    })
    request.on('error', () => done())
  })
}
