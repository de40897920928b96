import { isIP } from 'node:net'

export interface Certificate {
  /** PEM. */
  readonly key: string
  /** PEM; who trusts it trusts this peer, for as long as the certificate lasts. */
  readonly cert: string
}

const day = 86_400_000

/** A certificate for one host, made for this run and good for two days. `now`: milliseconds since the epoch. */
export async function certificateFor(host: string, now: number): Promise<Certificate> {
  // Large, and needed by few runs.
  const { generate } = await import('selfsigned')
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + day),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [isIP(host) ? { type: 7, ip: host } : { type: 2, value: host }] },
    ],
  })
  return { key, cert }
}
