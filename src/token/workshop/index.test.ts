import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { shippedRequirements } from '../../load/shipped.ts'
import { longestToken } from '../longest-token.ts'
import { readToken } from '../read-token.ts'
import { mintValid, openWorkbench, type TokenOrder, tamperings, type Workbench } from './index.ts'

let bench: Workbench
beforeAll(async () => {
  bench = await openWorkbench(names('shop', 'shop-b', 'shop-c', 'shop-d', 'shop-e', 'shop-revoked'))
})

function orderOf(more: Partial<TokenOrder> = {}): TokenOrder {
  return {
    bench,
    issuer: 'https://governance.acme.example/mcp',
    audience: 'https://sales.summit-tv.example/mcp',
    planId: 'plan_1',
    phase: 'intent',
    caller: 'https://pinnacle-agency.example',
    jti: 'jti_1',
    now: Date.parse('2027-03-01T00:00:00Z'),
    ...more,
  }
}

function claimsOf(token: string) {
  const read = readToken(token)
  return 'token' in read ? read.token.claims : undefined
}

describe('a valid token', () => {
  it('is verified by another library, with the published keys', async () => {
    const trusted = createLocalJWKSet({ keys: [...bench.published] } as unknown as JSONWebKeySet)
    const { payload, protectedHeader } = await compactVerify(mintValid(orderOf()), trusted)
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'adcp-gov+jws', kid: 'shop' })
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      iss: 'https://governance.acme.example/mcp',
      sub: 'plan_1',
      aud: 'https://sales.summit-tv.example/mcp',
      iat: 1803859200,
      exp: 1803860100,
      jti: 'jti_1',
      phase: 'intent',
      caller: 'https://pinnacle-agency.example',
      check_id: 'check_jti_1',
      policy_decision_hash: expect.stringMatching(/^[\w-]{43}$/),
      plan_hash: expect.stringMatching(/^[\w-]{43}$/),
    })
  })
  it('names the media buy in the phases after the intent', () => {
    const token = (phase: TokenOrder['phase']) => claimsOf(mintValid(orderOf({ phase, mediaBuyId: 'mb_1' })))
    expect([token('intent')?.media_buy_id, token('modification')?.media_buy_id]).toEqual([undefined, 'mb_1'])
  })
})

describe('the tamperings', () => {
  it('have ids of their own, and name requirements that there are', async () => {
    const known = new Set((await shippedRequirements()).map(({ id }) => id))
    expect(tamperings.filter(({ requirement }) => !known.has(requirement))).toEqual([])
    expect(new Set(tamperings.map(({ id }) => id)).size).toBe(tamperings.length)
  })
  it.each(tamperings.map((one) => [one.id, one] as const))(
    '%s is a token that differs from the valid one',
    (id, { mint }) => {
      const token = mint(orderOf())
      expect(token.split('.')).toHaveLength(3)
      expect(token).not.toBe(mintValid(orderOf()))
      expect(token.length).toBeLessThanOrEqual(longestToken)
      expect('token' in readToken(token)).toBe(id !== 'alg-none')
    },
  )
})

it('publishes nothing secret', () => {
  expect(bench.published.filter((key) => 'd' in key || 'p' in key)).toEqual([])
  expect(bench.published.map(({ kid }) => kid)).toEqual(['shop', 'shop-b', 'shop-c', 'shop-d', 'shop-e'])
})

/** Gives one after the other. */
function names(...given: readonly string[]): () => string {
  let next = 0
  return () => given[next++] ?? ''
}
