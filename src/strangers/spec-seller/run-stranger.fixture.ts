import type { RunReport } from '../../model/run-report.ts'
import { certificateFor } from '../../peers/governance-peer/certificate.ts'
import type { RunOptions } from '../../run.ts'
import { runSuite } from '../../suite.fixture.ts'

/** A seller that somebody else made, and is served somewhere. */
export interface Stranger {
  readonly url: string
  close(): Promise<void>
}

export interface Met {
  /** Names of buyers by credential. */
  readonly principals: ReadonlyMap<string, string>
  readonly brandOf: (principal: string) => string | undefined
  readonly trusted: string
}

/** Runs a profile for sellers against whatever `open` opens, with a second buyer and the governance agent of the run. */
export async function runStranger(
  open: (met: Met) => Promise<Stranger>,
  options: Partial<RunOptions> = {},
): Promise<RunReport> {
  const certificate = await certificateFor('127.0.0.1', Date.now())
  let brandUrl: string | undefined
  const principals = new Map([
    ['credential-of-one', 'one'],
    ['credential-of-two', 'two'],
  ])
  const stranger = await open({ principals, brandOf: () => brandUrl, trusted: certificate.cert })
  try {
    return await runSuite(stranger.url, {
      credentials: { token: 'credential-of-one', principals: { second_buyer: { token: 'credential-of-two' } } },
      scope: { kind: 'profile', id: 'governed-seller@3.0' },
      role: 'seller',
      peer: { tls: certificate },
      onPeer: (peer) => {
        brandUrl = peer.brandUrl
      },
      ...options,
    } as Partial<RunOptions>)
  } finally {
    await stranger.close()
  }
}
