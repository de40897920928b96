import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { longestToken } from './longest-token.ts'

/** A compact JWS, taken apart. Nothing is verified yet. */
export interface SignedToken {
  readonly header: JsonObject
  readonly claims: JsonObject
  /** What the signature is over. */
  readonly signed: string
  /** Base64url. */
  readonly signature: string
}

export type ReadToken = { readonly token: SignedToken } | { readonly problem: string }

/**
 * Takes a compact JWS apart (RFC 7515, 7.1): three parts of strict base64url, of which two hold JSON objects in UTF-8.
 * The problem says what is wrong, without the token.
 */
export function readToken(text: string, longest = longestToken): ReadToken {
  if (text.length > longest) return { problem: `it has ${text.length} characters, and ${longest} are allowed` }
  const parts = text.split('.')
  const [protectedPart, payload, signature] = parts
  if (parts.length !== 3 || !protectedPart || !payload || !signature)
    return { problem: 'it does not consist of three parts with dots between them' }
  const header = jsonIn(protectedPart)
  const claims = jsonIn(payload)
  if (!isJsonObject(header)) return { problem: 'its first part is no JSON object in base64url' }
  if (!isJsonObject(claims)) return { problem: 'its second part is no JSON object in base64url' }
  if (bytesOf(signature) === undefined) return { problem: 'its third part is not base64url' }
  return { token: { header, claims, signed: `${protectedPart}.${payload}`, signature } }
}

/** The bytes of base64url without padding, and undefined for any other spelling of them. */
export function bytesOf(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, 'base64url')
  return bytes.toString('base64url') === part ? bytes : undefined
}

function jsonIn(part: string): Json | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(part))) as Json
  } catch {
    return undefined
  }
}
