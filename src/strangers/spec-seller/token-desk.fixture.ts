import { compactVerify, decodeProtectedHeader, flattenedVerify, importJWK, type JWK } from 'jose'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { GovernanceLine } from './governance-line.fixture.ts'

class Flaw extends Error {}

export interface Presented {
  readonly token: string
  readonly principal: string
  readonly phases: readonly string[]
  readonly planId: string | undefined
  readonly mediaBuyId?: string
}

const skew = 60
const refetch = 30_000
const grace = 15 * 60_000
/** Milliseconds that each document is kept for. */
const usual = { keys: 5 * 60_000, brand: 5 * 60_000, revocations: 15 * 60_000 }
const none: typeof usual = { keys: 0, brand: 0, revocations: 0 }

/** The checklist for sellers of the security page, with a key set that is kept for five minutes and a list for a quarter of an hour. */
export class TokenDesk {
  private readonly kept: typeof usual
  private readonly documents = new Map<string, { at: number; value: JsonObject }>()
  private readonly used = new Map<string, number>()
  private readonly refetched = new Map<string, number>()

  constructor(
    private readonly line: GovernanceLine,
    private readonly audience: string,
    private readonly brandOf: (principal: string) => string | undefined,
    keepsNothing = false,
  ) {
    this.kept = keepsNothing ? none : usual
  }

  /** The id of a good token, which counts as used from then on; else the code of the security page for what is wrong with it. */
  async accept(presented: Presented): Promise<{ readonly jti: string } | { readonly flaw: string }> {
    try {
      return { jti: await this.verified(presented) }
    } catch (error) {
      return { flaw: error instanceof Flaw ? error.message : 'governance_token_invalid' }
    }
  }

  private async verified({ token, principal, phases, planId, mediaBuyId }: Presented): Promise<string> {
    const { alg = '', typ, crit, kid = '' } = decodeProtectedHeader(token)
    if (!['EdDSA', 'ES256'].includes(alg) || typ !== 'adcp-gov+jws' || crit !== undefined)
      throw new Flaw('governance_token_invalid')
    const claimed = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JsonObject
    const issuer = String(claimed.iss)
    const jwks = await this.jwksUriOf(issuer, principal)
    const { payload } = await compactVerify(token, await this.key(jwks, kid), { algorithms: [alg] })
    const claims = JSON.parse(Buffer.from(payload).toString()) as JsonObject
    const now = Date.now() / 1000
    const { aud, sub, exp, iat, nbf = 0, phase, jti, media_buy_id } = claims
    if (aud !== this.audience || typeof jti !== 'string' || (planId !== undefined && sub !== planId))
      throw new Flaw('governance_token_not_applicable')
    if (Number(exp) + skew <= now || Number(iat) - skew > now || Number(nbf) - skew > now)
      throw new Flaw('governance_token_expired')
    if (phase !== 'intent' && Number(exp) - Number(iat) > 30 * 86_400) throw new Flaw('governance_token_invalid')
    if (!phases.includes(String(phase))) throw new Flaw('governance_token_not_applicable')
    if (media_buy_id !== undefined && media_buy_id !== mediaBuyId) throw new Flaw('governance_token_not_applicable')
    await this.refuseRevoked(issuer, jwks, { jti, kid })
    if (this.used.has(jti)) throw new Flaw('governance_token_replayed')
    this.used.set(jti, Number(exp))
    return jti
  }

  private async jwksUriOf(issuer: string, principal: string): Promise<string> {
    const brand = this.brandOf(principal)
    if (brand === undefined) throw new Flaw('governance_issuer_not_authorized')
    const { agents } = await this.document(brand, this.kept.brand)
    const listed = (Array.isArray(agents) ? (agents as readonly Json[]) : []).filter(isJsonObject)
    const own = listed.find(({ type, url }) => type === 'governance' && url === issuer)
    if (own === undefined) throw new Flaw('governance_issuer_not_authorized')
    return typeof own.jwks_uri === 'string' ? own.jwks_uri : new URL('/.well-known/jwks.json', issuer).href
  }

  private async key(address: string, kid: string) {
    const found = keyIn(await this.document(address, this.kept.keys), kid) ?? keyIn(await this.refetch(address), kid)
    if (found === undefined || found.kty === 'RSA') throw new Flaw('governance_key_unknown')
    if (found.use !== 'sig' || !found.key_ops?.includes('verify')) throw new Flaw('governance_token_invalid')
    return await importJWK(found)
  }

  private async refetch(address: string): Promise<JsonObject> {
    if (Date.now() - (this.refetched.get(address) ?? 0) < refetch) return {}
    this.refetched.set(address, Date.now())
    return await this.document(address, 0)
  }

  private async refuseRevoked(issuer: string, jwks: string, { jti, kid }: { jti: string; kid: string }): Promise<void> {
    const address = new URL('/.well-known/governance-revocations.json', issuer).href
    const signed = (await this.document(address, this.kept.revocations)) as never
    const { payload, protectedHeader } = await flattenedVerify(signed, async (header) =>
      this.key(jwks, header?.kid ?? ''),
    )
    if (protectedHeader?.typ !== 'adcp-gov-revocation+jws') throw new Flaw('governance_revocation_stale')
    const { revoked_jtis, revoked_kids, next_update } = JSON.parse(Buffer.from(payload).toString()) as Record<
      string,
      Json
    >
    if (Date.parse(String(next_update)) + grace < Date.now()) throw new Flaw('governance_revocation_stale')
    if (holds(revoked_jtis, jti) || holds(revoked_kids, kid)) throw new Flaw('governance_token_revoked')
  }

  private async document(address: string, keepMs: number): Promise<JsonObject> {
    const have = this.documents.get(address)
    if (have !== undefined && Date.now() - have.at < keepMs) return have.value
    const value = await this.line.document(address)
    this.documents.set(address, { at: Date.now(), value })
    return value
  }
}

function keyIn({ keys }: JsonObject, kid: string): JWK | undefined {
  const all = Array.isArray(keys) ? (keys as readonly JsonObject[]) : []
  return all.find((one) => one.kid === kid) as JWK | undefined
}

function holds(list: Json | undefined, value: string): boolean {
  return Array.isArray(list) && list.includes(value)
}
