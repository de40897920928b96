import type { JsonObject } from '../../model/json.ts'
import { readToken } from '../../token/read-token.ts'
import { keySetOf } from './find-key.ts'
import { OutOfReach } from './outbound.ts'
import type { KeyedToken, PresentedToken, TokenFlaw, TokenSubject } from './token-subject.ts'
import type { SellerWorkings } from './workings.ts'

export type Verified = { readonly claims: JsonObject } | { readonly flaw: TokenFlaw }

/**
 * Holds a governance context against the whole checklist of sellers, in its order; the first flaw ends it (security,
 * signed governance context, 3.0). The issuer is looked up before its keys are, as key discovery demands. A token that
 * passes is not yet used up.
 */
export async function verifyToken(text: string, subject: TokenSubject, work: SellerWorkings): Promise<Verified> {
  const read = work.parts.readToken(text)
  if ('problem' in read) return { flaw: 'malformed' }
  const given = { ...subject, token: read.token }
  const flaw = headerFlaw(given, work) ?? (await keyedFlaw(given, work))
  return flaw === undefined ? { claims: read.token.claims } : { flaw }
}

/** What readToken says, as a part of the seller. */
export const readContext = (text: string) => readToken(text)

function headerFlaw(given: PresentedToken, { parts }: SellerWorkings): TokenFlaw | undefined {
  for (const step of Object.values(parts.headerSteps)) {
    const flaw = step(given)
    if (flaw !== undefined) return flaw
  }
  return undefined
}

async function keyedFlaw(given: PresentedToken, work: SellerWorkings): Promise<TokenFlaw | undefined> {
  try {
    const keyed = await withKey(given, work)
    return typeof keyed === 'string' ? keyed : await stepFlaw(keyed, work)
  } catch (error) {
    if (error instanceof OutOfReach) return 'keys out of reach'
    throw error
  }
}

async function withKey(given: PresentedToken, work: SellerWorkings): Promise<KeyedToken | TokenFlaw> {
  const entry = await work.parts.issuerEntry(given, work)
  if (entry === undefined) return 'issuer'
  const key = await work.parts.findKey(given, entry, work)
  return key === undefined ? 'key unknown' : { ...given, key, keySet: keySetOf(given, entry) }
}

async function stepFlaw(given: KeyedToken, work: SellerWorkings): Promise<TokenFlaw | undefined> {
  for (const step of Object.values(work.parts.tokenSteps)) {
    const flaw = await step(given, work)
    if (flaw !== undefined) return flaw
  }
  return undefined
}
