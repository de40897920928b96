import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'

/** What a TLS server shows of itself. */
export interface Shown {
  /** Such as TLSv1.3. */
  readonly protocol: string
  /** Why the certificate is not trusted, as Node names it; undefined when it is. */
  readonly distrust?: string
  readonly issuer: string
  /** Epoch milliseconds. */
  readonly validFrom: number
  readonly validTo: number
  /** Certificates from the server's own to that of the authority. */
  readonly chain: number
}

export type Handshake = Shown | { readonly failure: string }

/** Milliseconds. */
const patienceMs = 10_000

/**
 * Shakes hands with the server of an https URL, sends nothing, and leaves. A certificate that is not trusted is looked at all the
 * same. Never rejects. `ca` takes the place of the authorities that are known here.
 */
export function shakeHands({ hostname, port }: URL, signal: AbortSignal, ca?: string): Promise<Handshake> {
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((done) => {
    const socket = connect({
      host,
      port: port === '' ? 443 : Number(port),
      ...(isIP(host) === 0 && { servername: host }),
      // Looked at and told, never used: every request to the agent is held to what Node trusts.
      rejectUnauthorized: false,
      ...(ca !== undefined && { ca }),
    })
    const end = (handshake: Handshake) => {
      done(handshake)
      socket.destroy()
      signal.removeEventListener('abort', stop)
    }
    const stop = () => end({ failure: 'it was interrupted' })
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    socket.setTimeout(patienceMs, () => end({ failure: `no answer within ${patienceMs / 1000} s` }))
    socket.once('secureConnect', () => end(shownBy(socket)))
    socket.once('error', (error: NodeJS.ErrnoException) => end({ failure: error.code ?? error.message }))
    socket.once('close', () => end({ failure: 'the connection was closed' }))
  })
}

function shownBy(socket: TLSSocket): Shown {
  const certificate = socket.getPeerCertificate(true)
  const distrust = socket.authorized ? {} : { distrust: String(socket.authorizationError) }
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    ...distrust,
    issuer: [certificate.issuer?.O ?? certificate.issuer?.CN ?? 'unknown'].flat().join(', '),
    validFrom: Date.parse(certificate.valid_from),
    validTo: Date.parse(certificate.valid_to),
    chain: lengthOf(certificate),
  }
}

/** The certificate of an authority is its own issuer; what is not known is left out. */
function lengthOf(certificate: ReturnType<TLSSocket['getPeerCertificate']>): number {
  const met = new Set<string>()
  for (let one: typeof certificate | undefined = certificate; one && !met.has(one.fingerprint256); ) {
    met.add(one.fingerprint256)
    one = (one as { readonly issuerCertificate?: typeof certificate }).issuerCertificate
  }
  return met.size
}
