import { isJsonObject, type Json } from '../model/json.ts'
import { type ReadToken, readToken } from './read-token.ts'

/**
 * Takes a signed document apart, in any of the forms of a JWS: compact text, or JSON with one signature beside the
 * payload or several in a list, of which the first counts.
 */
export function readSignedList(document: Json): ReadToken {
  if (typeof document === 'string') return readParts(document.split('.'))
  if (!isJsonObject(document)) return { problem: 'it is no JSON object' }
  const listed = Array.isArray(document.signatures) ? (document.signatures as readonly Json[])[0] : document
  if (!isJsonObject(listed)) return { problem: 'it holds no signature' }
  const parts = [listed.protected, document.payload, listed.signature]
  if (!parts.every((part) => typeof part === 'string' && part !== ''))
    return { problem: 'it is not signed: a JWS has payload, protected and signature' }
  return readParts(parts as readonly string[])
}

/** A list may be longer than a token. */
function readParts(parts: readonly string[]): ReadToken {
  return readToken(parts.join('.'), longestList)
}

/** Characters; more than any document that is read. */
const longestList = 1024 * 1024
