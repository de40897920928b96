import { isIP } from 'node:net'
import { generate } from 'selfsigned'
import type { Certificate } from './certificate.ts'

const day = 86_400_000

/** As `certificateFor`, which loads this file when it is needed. */
export async function makeCertificate(host: string, now: number): Promise<Certificate> {
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
