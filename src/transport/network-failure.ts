import type { Unreachable, UnreachableCause } from '../model/exchange.ts'
import { unreachable } from './refusal.ts'

const causes: Readonly<Record<string, readonly [UnreachableCause, string]>> = {
  ECONNREFUSED: ['refused', 'nothing accepts connections at that address'],
  EHOSTUNREACH: ['refused', 'there is no route to that host'],
  ENETUNREACH: ['refused', 'there is no route to that network'],
  ENOTFOUND: ['dns', 'the host name does not resolve'],
  EAI_AGAIN: ['dns', 'the host name could not be looked up'],
  ETIMEDOUT: ['timeout', 'the connection was not accepted in time'],
  ECONNRESET: ['closed', 'the agent closed the connection before it had answered'],
  EPIPE: ['closed', 'the agent closed the connection before it had read the request'],
  ERR_STREAM_PREMATURE_CLOSE: ['closed', 'the agent closed the connection in the middle of its answer'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'the certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'the certificate chain holds a self-signed certificate'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'the certificate is not signed by an authority known here'],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', 'the certificate is not signed by an authority known here'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'the certificate is not signed by an authority known here'],
  CERT_HAS_EXPIRED: ['tls', 'the certificate has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls', 'the certificate is for another host name'],
  EPROTO: ['tls', 'the agent does not speak TLS at that address'],
}

const families: readonly (readonly [RegExp, readonly [UnreachableCause, string]])[] = [
  [/^(ERR_TLS_|ERR_SSL_|CERT_|.*_CERT_)/, ['tls', 'the TLS connection could not be trusted']],
  [/^HPE_/, ['not_protocol', 'the answer is not HTTP']],
  [/^(Z_|ERR__ERROR_)/, ['not_protocol', 'the answer is not encoded as its content-encoding says']],
  [/^E[A-Z]+$/, ['closed', 'the connection failed']],
]

/** What a network error says of the agent; undefined for an error that the network did not make. */
export function networkFailure(error: unknown): Unreachable | undefined {
  const code = codeOf(error)
  if (code === undefined) return undefined
  const found = causes[code] ?? families.find(([pattern]) => pattern.test(code))?.[1]
  return found && unreachable(found[0], `${found[1]} (${code})`)
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
