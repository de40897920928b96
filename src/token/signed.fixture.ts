import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { JsonObject } from '../model/json.ts'

export interface TestKey {
  readonly privateKey: KeyObject
  /** As it is published. */
  readonly jwk: JsonObject
}

export function ed25519(kid: string, more: JsonObject = {}): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const open = publicKey.export({ format: 'jwk' }) as JsonObject
  return { privateKey, jwk: { ...open, kid, use: 'sig', key_ops: ['verify'], ...more } }
}

export function p256(kid: string): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const open = publicKey.export({ format: 'jwk' }) as JsonObject
  return { privateKey, jwk: { ...open, kid, use: 'sig', key_ops: ['verify'] } }
}

export function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** A compact JWS with exactly this header, signed with the key, whatever the header says. */
export function compact(header: JsonObject, claims: JsonObject, { privateKey }: TestKey): string {
  const input = `${base64url(header)}.${base64url(claims)}`
  const data = Buffer.from(input)
  const signature =
    privateKey.asymmetricKeyType === 'ed25519'
      ? sign(null, data, privateKey)
      : sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}
