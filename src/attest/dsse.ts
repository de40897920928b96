import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { UsageError } from '../errors.ts'

/** A signed document (DSSE v1). `payload` and `sig` are base64. */
export interface Envelope {
  readonly payloadType: string
  readonly payload: string
  readonly signatures: readonly { readonly keyid?: string; readonly sig: string }[]
}

/** Signs a document with an Ed25519 key. Source: DSSE v1.0, protocol. */
export function signEnvelope(payload: string, payloadType: string, key: KeyObject): Envelope {
  const body = Buffer.from(payload)
  const sig = sign(null, signedBytes(payloadType, body), key).toString('base64')
  return { payloadType, payload: body.toString('base64'), signatures: [{ keyid: keyId(key), sig }] }
}

/** The document in an envelope; undefined when none of its signatures is of this key. */
export function openEnvelope({ payload, payloadType, signatures }: Envelope, key: KeyObject): string | undefined {
  const body = Buffer.from(payload, 'base64')
  const isSigned = signatures.some(({ sig }) =>
    verify(null, signedBytes(payloadType, body), key, Buffer.from(sig, 'base64')),
  )
  return isSigned ? body.toString('utf8') : undefined
}

/** @throws UsageError for anything but an Ed25519 private key in PEM */
export function privateKey(pem: string, file: string): KeyObject {
  if (/ENCRYPTED/.test(pem))
    throw new UsageError(
      `${file} holds a private key behind a passphrase, which is not asked for: openssl pkey -in ${file} -out plain.pem, and chmod 600 plain.pem`,
    )
  return ed25519(() => createPrivateKey(pem), file, 'private')
}

/** @throws UsageError for anything but an Ed25519 public key in PEM */
export function publicKey(pem: string, file: string): KeyObject {
  if (/PRIVATE KEY/.test(pem)) throw new UsageError(`${file} holds a private key: give the public one`)
  return ed25519(() => createPublicKey(pem), file, 'public')
}

function ed25519(read: () => KeyObject, file: string, which: string): KeyObject {
  const key = readable(read)
  if (key?.asymmetricKeyType === 'ed25519') return key
  throw new UsageError(
    `${file} holds no Ed25519 ${which} key in PEM. Make a pair: openssl genpkey -algorithm ed25519 -out key.pem; openssl pkey -in key.pem -pubout -out key.pub.pem`,
  )
}

function readable(read: () => KeyObject): KeyObject | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** SHA-256, in hex, of the public key: the same for both halves of a pair. */
export function keyId(key: KeyObject): string {
  const open = key.type === 'private' ? createPublicKey(key) : key
  return createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** Pre-authentication encoding. */
function signedBytes(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `), body])
}
