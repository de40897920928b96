import { createHash } from 'node:crypto'
import { asBinaryValue, binaryValue } from './binary-value.ts'
import { dictionaryMembers } from './dictionary-members.ts'

const hashes = { 'sha-256': 'sha256', 'sha-512': 'sha512' } as const

/** How the Content-Digest header relates to the body (RFC 9530). */
export type DigestState = 'matches' | 'differs' | 'malformed'

/** A header that names an algorithm twice, or none that we know, is malformed. All known digests must match. */
export function digestState(header: string | undefined, body: string): DigestState {
  const members = header === undefined ? undefined : dictionaryMembers(header)
  if (!members || new Set(members.map(({ key }) => key)).size < members.length) return 'malformed'
  const known = members.filter(({ key }) => Object.hasOwn(hashes, key))
  const digests = known.map(({ key, text }) => ({ key: key as keyof typeof hashes, bytes: binaryValue(text) }))
  if (digests.length === 0 || digests.some(({ bytes }) => bytes === undefined)) return 'malformed'
  return digests.every(({ key, bytes }) => bytes?.equals(hashOf(key, body))) ? 'matches' : 'differs'
}

/** The header for a body. */
export function contentDigest(body: string): string {
  return `sha-256=${asBinaryValue(hashOf('sha-256', body))}`
}

function hashOf(algorithm: keyof typeof hashes, body: string): Buffer {
  return createHash(hashes[algorithm]).update(body, 'utf8').digest()
}
