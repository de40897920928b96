import { describe, expect, it } from 'vitest'
import { tamperings } from '../../token/workshop/index.ts'
import {
  codeOf,
  governanceUrl,
  governedBed,
  purchase,
  revocationsAt,
  type SellerBed,
  strangerUrl,
} from '../seller.fixture.ts'
import { conformantSeller } from './parts.ts'
import type { TokenFlaw } from './token-subject.ts'

/** A bed whose seller notes why it refused, which it never tells. */
async function notingBed(): Promise<{ bed: SellerBed; flaws: TokenFlaw[] }> {
  const flaws: TokenFlaw[] = []
  const bed = await governedBed({
    ...conformantSeller,
    tokenRefusal(flaw) {
      flaws.push(flaw)
      return conformantSeller.tokenRefusal(flaw)
    },
  })
  return { bed, flaws }
}

const reasons: Readonly<Record<string, TokenFlaw>> = {
  'alg-none': 'malformed',
  'alg-none-with-signature': 'algorithm',
  'alg-hmac': 'algorithm',
  'alg-rsa': 'algorithm',
  'alg-none-in-capitals': 'algorithm',
  'alg-rsa-pss': 'algorithm',
  'typ-jwt': 'type',
  'typ-upper-case': 'type',
  'typ-with-prefix': 'type',
  'typ-revocation': 'type',
  'typ-missing': 'type',
  'unknown-critical': 'critical',
  'unknown-kid': 'key unknown',
  'kid-missing': 'key unknown',
  'key-for-encryption': 'key use',
  'key-not-for-verifying': 'key use',
  'foreign-signature': 'signature',
  'changed-claims': 'signature',
  'other-audience': 'audience',
  'audience-with-slash': 'audience',
  'audience-origin-only': 'audience',
  'audience-missing': 'audience',
  'other-plan': 'plan',
  'plan-missing': 'plan',
  'other-phase': 'phase',
  'phase-missing': 'phase',
  'other-media-buy': 'phase',
  'unknown-phase': 'phase',
  expired: 'expired',
  'issued-in-the-future': 'not yet good',
  'not-yet-good': 'not yet good',
  'unlisted-issuer': 'issuer',
  'issuer-with-slash': 'issuer',
  'neighbouring-issuer': 'issuer',
  'issuer-with-a-brand': 'issuer',
  'wrong-in-everything': 'algorithm',
  'lives-too-long': 'lifetime',
  'revoked-jti': 'revoked',
  'revoked-kid': 'revoked',
  'stale-revocation-list': 'revocations stale',
}

describe('the workshop', () => {
  it.each(tamperings.map((one) => [one.id, one] as const))(
    '%s is refused for its own reason',
    async (id, tampering) => {
      const { bed, flaws } = await notingBed()
      if (tampering.staleList)
        await bed.documents.set(
          `${new URL(governanceUrl).origin}/.well-known/governance-revocations.json`,
          await revocationsAt(bed.now() - 86_400_000),
        )
      const refused = await bed.call('create_media_buy', purchase({ governance_context: bed.token({}, tampering) }))
      expect([codeOf(refused), flaws]).toEqual(['PERMISSION_DENIED', [reasons[id]]])
      expect(bed.checks).toEqual([])
    },
  )

  it('has a reason for each', () => {
    expect(Object.keys(reasons).sort()).toEqual(tamperings.map(({ id }) => id).sort())
  })
})

it.each(['intent', 'purchase'] as const)('a good %s token is accepted', async (phase) => {
  const { bed, flaws } = await notingBed()
  const made = await bed.call('create_media_buy', purchase({ governance_context: bed.token({ phase }) }))
  expect([made.isError, flaws]).toEqual([false, []])
})

it('a token is good for one request, and for the same request again', async () => {
  const { bed, flaws } = await notingBed()
  const first = purchase({ governance_context: bed.token() })
  const made = await bed.call('create_media_buy', first)
  expect(await bed.call('create_media_buy', first)).toEqual({ ...made, payload: { ...made.payload, replayed: true } })
  const again = await bed.call('create_media_buy', purchase({ governance_context: first.governance_context ?? '' }))
  expect([codeOf(again), flaws]).toEqual(['PERMISSION_DENIED', ['replayed']])
})

it('a token whose purchase governance denied may be sent with another purchase', async () => {
  const { bed } = await notingBed()
  const governance_context = bed.token()
  bed.answer((args) => ({ payload: { status: 'denied', plan_id: args.plan_id ?? '', findings: [] }, isError: false }))
  expect(codeOf(await bed.call('create_media_buy', purchase({ governance_context })))).toBe('GOVERNANCE_DENIED')
  bed.answer((args) => ({ payload: { status: 'approved', plan_id: args.plan_id ?? '' }, isError: false }))
  expect((await bed.call('create_media_buy', purchase({ governance_context }, 100))).isError).toBe(false)
})

it('a modification token for another media buy is refused', async () => {
  const { bed, flaws } = await notingBed()
  const made = await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))
  const { media_buy_id = '' } = made.payload
  const change = (mediaBuyId: string) => ({
    idempotency_key: `update-for-${mediaBuyId}-0001`,
    account: purchase().account ?? null,
    media_buy_id,
    end_time: '2027-06-29T00:00:00Z',
    governance_context: bed.token({ phase: 'modification', mediaBuyId }),
  })
  expect(codeOf(await bed.call('update_media_buy', change('mb_other')))).toBe('PERMISSION_DENIED')
  expect(flaws).toEqual(['media buy'])
  expect((await bed.call('update_media_buy', change(String(media_buy_id)))).isError).toBe(false)
})

it('a stranger that vouches for itself is refused', async () => {
  const { bed, flaws } = await notingBed()
  const governance_context = bed.token({ issuer: strangerUrl })
  const brand = { domain: 'governance.stranger.example' }
  const refused = await bed.call('create_media_buy', purchase({ governance_context, brand }))
  expect([codeOf(refused), flaws]).toEqual(['PERMISSION_DENIED', ['issuer']])
})

it('looks for an unknown key in a fresh key set, once in 30 seconds', async () => {
  const { bed } = await notingBed()
  const jwks = `${new URL(governanceUrl).origin}/.well-known/jwks.json`
  const unknown = tamperings.find(({ id }) => id === 'unknown-kid')
  const fetches = async () => {
    await bed.call('create_media_buy', purchase({ governance_context: bed.token({}, unknown) }))
    return bed.fetched.filter((url) => url === jwks).length
  }
  expect([await fetches(), await fetches()]).toEqual([1, 1])
  bed.wait(31_000)
  expect([await fetches(), await fetches()]).toEqual([2, 2])
})

it('keys and brands out of reach refuse a token; a list out of reach, all but intents', async () => {
  const { bed, flaws } = await notingBed()
  bed.documents.set(`${new URL(governanceUrl).origin}/.well-known/governance-revocations.json`, { payload: 'x' })
  await bed.call('create_media_buy', purchase({ governance_context: bed.token({ phase: 'purchase' }) }))
  expect((await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))).isError).toBe(false)
  bed.documents.set('https://acmeoutdoor.example/.well-known/brand.json', {
    agents: [{ type: 'governance', url: governanceUrl, jwks_uri: 'https://nowhere.example/keys' }],
  })
  await bed.call('create_media_buy', purchase({ governance_context: bed.token() }))
  expect(flaws).toEqual(['revocations stale', 'keys out of reach'])
})
