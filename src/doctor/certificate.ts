import { bad, type Finding, ok, warn } from './finding.ts'
import type { Handshake, Shown } from './handshake.ts'

const dayMs = 86_400_000
/** Whoever renews in time has more than this left. */
const soonDays = 14

/** What a handshake says of the way to the agent; `now` in epoch milliseconds. Pure. */
export function readHandshake(handshake: Handshake, now: number): readonly Finding[] {
  if ('failure' in handshake)
    return [
      bad(
        'TLS',
        `no TLS connection could be made: ${handshake.failure}`,
        'Does the agent speak TLS 1.2 or newer at that port?',
      ),
    ]
  return [trust(handshake, now), ...dates(handshake, now)]
}

/** For an address without TLS. */
export function withoutTls({ hostname }: URL): Finding {
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
    return ok('TLS', 'plain http, which does not leave this machine')
  return warn('TLS', 'plain http: credentials and plans can be read on the way', 'Serve the agent over https.')
}

function trust({ protocol, distrust, issuer, chain }: Shown, now: number): Finding {
  if (distrust === undefined)
    return ok('TLS', `${protocol}, a trusted certificate of ${issuer}, ${chain} ${chain === 1 ? 'link' : 'links'} long`)
  return bad('TLS', `${reasons[distrust] ?? 'the certificate is not trusted'} (${distrust})`, remedyFor(distrust, now))
}

const reasons: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'the certificate has expired',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends with an authority that is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the chain is not whole: the server sends its own certificate without those between',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the chain is not whole, or ends with an authority that is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host name',
}

function remedyFor(distrust: string, now: number): string {
  if (distrust === 'CERT_HAS_EXPIRED') return 'Renew the certificate.'
  if (distrust === 'CERT_NOT_YET_VALID') return `Look at the clocks: here it is ${new Date(now).toISOString()}.`
  if (distrust === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'Use the name that the certificate is for, or get one for this name.'
  return 'Let the server send the whole chain, or name a file of further authorities in NODE_EXTRA_CA_CERTS.'
}

function dates({ validFrom, validTo }: Shown, now: number): readonly Finding[] {
  const left = Math.floor((validTo - now) / dayMs)
  // What has run out has been told as distrust.
  if (left < 0 || now < validFrom || Number.isNaN(left)) return []
  const until = `the certificate is valid until ${new Date(validTo).toISOString().slice(0, 10)}`
  if (left >= soonDays) return [ok('TLS', `${until}, ${left} days`)]
  return [warn('TLS', `${until}, only ${left} days`, 'Renew it before it stops every buyer.')]
}
