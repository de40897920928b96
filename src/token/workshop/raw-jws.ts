import { KeyObject, sign } from 'node:crypto'
import type { JsonObject } from '../../model/json.ts'
import type { GovernanceKeys } from '../keys.ts'

/** Signs bytes; whatever the header says of it. */
export type Signer = (data: Buffer) => Buffer

/** A compact JWS with exactly this header and these claims: libraries refuse to write most of what must be refused. */
export function rawJws(header: JsonObject, claims: JsonObject, signer: Signer): string {
  const input = `${part(header)}.${part(claims)}`
  return `${input}.${signer(Buffer.from(input, 'ascii')).toString('base64url')}`
}

/** Signs with the key of a governance agent, Ed25519 or P-256. */
export function signerOf({ privateKey }: Pick<GovernanceKeys, 'privateKey'>): Signer {
  const key = KeyObject.from(privateKey)
  if (key.asymmetricKeyType === 'ed25519') return (data) => sign(null, data, key)
  return (data) => sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })
}

/** With white space, as some libraries write it: whoever writes a token anew instead of passing it on is seen. */
function part(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value, null, 1), 'utf8').toString('base64url')
}
