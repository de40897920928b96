import { describe, expect, it } from 'vitest'
import { result } from '../checks/evidence.fixture.ts'
import { issuer, missing, published, token } from '../checks/token.fixture.ts'
import type { JsonObject } from '../model/json.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { TestKit } from '../model/test-kit.ts'
import type { RunContext } from './run-context.ts'
import { check, outcomes, planned, play } from './scripted-transport.fixture.ts'

const signature = { check: 'gov_token_signature', requirements: ['GOV-GA-131'] }

async function playOnce(
  reply: JsonObject,
  validations: readonly { check: string }[],
  kit?: TestKit,
  keys?: PublishedKeys,
) {
  const asked: unknown[] = []
  const publishedKeys: RunContext['publishedKeys'] = async (question) => {
    asked.push(question)
    return keys ?? published()
  }
  const board = planned([[check({ validations })]], {}, kit)
  return { asked, ...(await play(board, [result(reply)], { publishedKeys })) }
}

describe('what the agent publishes', () => {
  it('is asked for when a check needs it, with what the kit and the token say of it', async () => {
    const agent = { issuer, jwks_url: 'https://k.example/keys', other: 'x', archive_url: '' }
    const kit = { id: 'kit', governance: { brand: { domain: 'acme.example' }, agent } }
    const { asked, steps } = await playOnce({ governance_context: token() }, [signature], kit)
    expect(asked).toEqual([
      { kit: { issuer, jwks_url: 'https://k.example/keys' }, brandDomain: 'acme.example', issuer },
    ])
    expect(outcomes(steps[0])).toContainEqual(['gov_token_signature', 'passed'])
  })

  it.each([{}, { governance_context: 'opaque' }, { governance_context: token({ iss: 7 }) }])(
    'is asked for without an issuer when the reply names none',
    async (reply) => {
      expect((await playOnce(reply, [signature], { id: 'kit', governance: { agent: 'x' } })).asked).toEqual([
        { kit: {} },
      ])
    },
  )

  it('is left alone when no check needs it', async () => {
    const validations = [{ check: 'gov_token_jws' }, { check: 'no_such_check' }]
    expect((await playOnce({ governance_context: token() }, validations)).asked).toEqual([])
  })

  it('blocks the step when it is out of reach, and says what to do', async () => {
    const out = published({ jwks: [missing('agent', 404)] })
    const { verdicts } = await playOnce({ governance_context: token() }, [signature], undefined, out)
    expect(verdicts).toEqual([
      {
        status: 'blocked',
        reason: 'missing_keys',
        detail:
          'no key set of the agent was found (https://agent.example: HTTP 404): give its address as governance.agent.jwks_url in the test kit',
      },
    ])
  })
})
