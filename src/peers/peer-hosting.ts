import { UsageError } from '../errors.ts'
import type { Certificate } from './governance-peer/certificate.ts'

/** How a run hosts the governance agent of the buyer. */
export interface PeerMode {
  /** Https address that leads here from outside, without a path; without it, only sellers on this machine can be tested. */
  readonly publicUrl?: string
  /** Where it listens; 127.0.0.1 when absent. */
  readonly host?: string
  /** Any free port when absent. */
  readonly port?: number
  /** With https of its own: true for a certificate that is made for the run. */
  readonly tls?: boolean | Certificate
  /** Makes its ids and its credential, where those of the run can be foretold. */
  readonly newId?: () => string
}

/** What a seller has to be told of it before the run begins. */
export interface OpenedPeer {
  /** Its MCP endpoint, as it is registered. */
  readonly url: string
  /** The brand.json in which the buyer names it. */
  readonly brandUrl: string
  /** PEM, to trust; undefined when it speaks no https itself. */
  readonly certificate: string | undefined
}

/**
 * The public address without a slash at its end.
 * @throws UsageError when sellers cannot register it
 */
export function publicPeerUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:')
    throw new UsageError(`--public-url "${text}" must be an https address: sellers register no other`)
  if (url.username !== '' || url.search !== '' || url.hash !== '' || url.pathname !== '/')
    throw new UsageError(`--public-url "${text}" must be a host alone, such as https://governance.example.com`)
  return url.origin
}
