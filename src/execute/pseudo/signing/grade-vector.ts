import type { Exchange } from '../../../model/exchange.ts'
import type { ValidationResult } from '../../../model/verdict.ts'
import { fault, held, unproven } from '../found.ts'
import type { SigningVector } from './signing-vector.ts'

const task = 'request_signing_probe'

/** What the agent made of a vector, against what it had to make of it (signed_requests, grading). */
export function gradeVector({ id, errorCode }: SigningVector, { reply }: Exchange): ValidationResult {
  const description =
    errorCode === undefined ? `${id} is accepted` : `${id} is refused with HTTP 401 and the code ${errorCode}`
  if (reply.kind !== 'http')
    return unproven(task, description, 'no_reply', reply.kind === 'unreachable' ? reply.message : 'no HTTP answer')
  const { status } = reply
  const code = signatureError(reply.headers['www-authenticate'])
  const isRefusal = status === 401 || status === 403
  const isAnswer = isRefusal || (status >= 200 && status < 300)
  // A server may not know the path, or refuse a media type, before it looks at any signature.
  if (!isAnswer && !(errorCode !== undefined && status === 400))
    return unproven(task, description, 'no_reply', `HTTP ${status} says nothing about the signature`)
  const isRight = errorCode === undefined ? !isRefusal : status === 401 && code === errorCode
  if (isRight) return held(task, description)
  return fault(task, {
    description,
    message: inWords(errorCode, status, code),
    expected: errorCode === undefined ? { status: 200 } : { status: 401, error: errorCode },
    actual: { status, error: code ?? null },
  })
}

function inWords(expected: string | undefined, status: number, code: string | undefined): string {
  if (expected === undefined)
    return `a request that is signed as it must be was refused${code === undefined ? '' : ` (${code})`}`
  if (status >= 200 && status < 300) return 'the request was accepted'
  if (expected === 'request_signature_key_revoked' && code === 'request_signature_invalid')
    return 'the signature was checked before the revocation of its key: a revoked key must cost the verifier nothing'
  return code === undefined ? `HTTP ${status} without WWW-Authenticate: Signature error="…"` : `the code is ${code}`
}

/** The code in `WWW-Authenticate: Signature error="…"`, among whatever challenges stand beside it. */
export function signatureError(header: string | undefined): string | undefined {
  const challenge = /(?:^|,)\s*Signature\s+(.*)$/is.exec(header ?? '')?.[1]
  return /(?:^|,)\s*error\s*=\s*"?([\w-]+)"?/i.exec(challenge ?? '')?.[1]
}
