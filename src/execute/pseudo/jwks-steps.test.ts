import { describe, expect, it } from 'vitest'
import { v31 } from '../../checks/evidence.fixture.ts'
import type { SigningKeys } from '../../keys/signing-keys.ts'
import type { Json } from '../../model/json.ts'
import { planned, play } from '../scripted-transport.fixture.ts'
import { faults, probesWith, publicJwk } from './webhook-sender.fixture.ts'

async function step(task: string, keys: Partial<SigningKeys> = {}) {
  const run = { probes: probesWith(keys), adcp: v31 }
  return (await play(planned([[{ id: 's', task }]]), [], run)).steps[0]
}

describe('fetch_brand_jwks', () => {
  const fetched = (problem?: SigningKeys['problem']) => step('fetch_brand_jwks', problem ? { problem, keys: [] } : {})

  it('passes when the way leads to a key set', async () => {
    expect((await fetched())?.verdict).toEqual({ status: 'passed' })
  })

  it.each(['brand_json_unreachable', 'brand_json_malformed', 'agents_jwks_uri_missing'] as const)(
    'fails with %s',
    async (code) => {
      const one = await fetched({ code, detail: 'x', outOfReach: false })
      expect([one?.verdict, faults(one)?.map(({ check }) => check)]).toEqual([{ status: 'failed' }, [code]])
    },
  )

  it('does not blame the agent for what could not be asked', async () => {
    const one = await fetched({ code: 'brand_json_unreachable', detail: 'x', outOfReach: true })
    expect(one?.verdict).toEqual({ status: 'blocked', reason: 'missing_keys', detail: 'x' })
  })
})

describe('assert_jwks_purpose', () => {
  const of = (keys: readonly Json[]) => step('assert_jwks_purpose', { keys })

  it.each(['request-signing', 'webhook-signing'])('passes for a key with the purpose %s', async (adcp_use) => {
    const other = { ...publicJwk, kid: 'x', adcp_use: 'governance-signing' }
    expect((await of([other, { ...publicJwk, adcp_use }]))?.verdict).toEqual({ status: 'passed' })
  })

  it.each<[string, readonly Json[], string]>([
    ['no key', [], 'webhook_signing_keys_unpublished'],
    ['nothing that is a key', [null, 'key'], 'webhook_signing_keys_unpublished'],
    ['keys for something else', [{ ...publicJwk, adcp_use: 'response-signing' }], 'webhook_signing_keys_wrong_purpose'],
    ['keys without a purpose', [{ kid: 'a' }], 'webhook_signing_keys_wrong_purpose'],
    [
      'revoked keys',
      [
        { ...publicJwk, revoked: true },
        { ...publicJwk, status: 'revoked' },
      ],
      'webhook_signing_keys_all_revoked',
    ],
  ])('fails for %s', async (_name, keys, check) => {
    const one = await of(keys)
    expect([one?.verdict, faults(one)?.map((fault) => fault.check)]).toEqual([{ status: 'failed' }, [check]])
  })
})
