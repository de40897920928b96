import { AuthoringDefect } from '../../../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../../../model/json.ts'
import type { SignedMessage } from '../../../signatures/signed-message.ts'

/** One official vector of request signing: a request, and what a verifier must make of it. */
export interface SigningVector {
  readonly id: string
  /** Unix seconds: the moment for which the request was signed. */
  readonly referenceNow: number
  /** As the vector has it; header names in lower case. */
  readonly request: SignedMessage
  /** The policy that the vector was written for. */
  readonly digest: string
  /** A key that stands in no key set. */
  readonly hasOwnKey: boolean
  /** The code of the refusal; undefined when the request must be accepted. */
  readonly errorCode: string | undefined
}

/** @throws AuthoringDefect for what is no vector */
export function signingVector(id: string, value: Json | undefined): SigningVector {
  const { request, reference_now, verifier_capability, jwks_override, expected_outcome } = objectOr(value, {})
  const { method, url, headers, body } = objectOr(request, {})
  const code = objectOr(expected_outcome, {}).error_code
  if (typeof url !== 'string' || typeof reference_now !== 'number')
    throw new AuthoringDefect(`there is no signing vector ${id} among the official ones of this release`)
  const lower = Object.entries(objectOr(headers, {})).map(([name, text]) => [name.toLowerCase(), String(text)])
  return {
    id,
    referenceNow: reference_now,
    request: { method: String(method), url, headers: Object.fromEntries(lower), body: String(body ?? '') },
    digest: String(objectOr(verifier_capability, {}).covers_content_digest ?? 'either'),
    hasOwnKey: jwks_override !== undefined,
    errorCode: typeof code === 'string' ? code : undefined,
  }
}

/** The task that the vector calls: the last part of its address. */
export function operationOf({ request }: SigningVector): string {
  return (
    request.url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  )
}

export function isUnsigned({ request }: SigningVector): boolean {
  return request.headers.signature === undefined && request.headers['signature-input'] === undefined
}

export function objectOr(value: Json | undefined, otherwise: JsonObject): JsonObject {
  return isJsonObject(value) ? value : otherwise
}
