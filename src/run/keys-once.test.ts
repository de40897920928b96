import { expect, it } from 'vitest'
import { published } from '../checks/token.fixture.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { JsonObject } from '../model/json.ts'
import type { Connection } from './connection.ts'
import { keysOnce } from './keys-once.ts'

const { signal } = new AbortController()

function asking(capabilities?: JsonObject) {
  const asked: unknown[] = []
  const connection = {
    keys: async (question: unknown) => {
      asked.push(question)
      return published()
    },
  } as Pick<Connection, 'keys'> as Connection
  const agent = { url: 'https://a.example', ...(capabilities && { capabilities }) } as AgentProfile
  return { asked, ask: keysOnce(connection, { agent }, signal) }
}

it('asks once for each question', async () => {
  const { asked, ask } = asking()
  const answers = [await ask({ kit: {} }), await ask({ kit: {} })]
  await ask({ kit: {}, issuer: 'https://gov.example' })
  await ask({ kit: { jwks_url: 'https://k.example' } })
  expect(answers[0]).toBe(answers[1])
  expect(asked).toEqual([
    { kit: {} },
    { kit: {}, issuer: 'https://gov.example' },
    { kit: { jwks_url: 'https://k.example' } },
  ])
})

it('passes on the origin that the agent declares for its governance keys', async () => {
  const declaring = (governance_signing: string | number) =>
    asking({ identity: { key_origins: { governance_signing } } })
  const { asked, ask } = declaring('https://keys.example')
  await ask({ kit: {} })
  expect(asked).toEqual([{ kit: {}, declaredOrigin: 'https://keys.example' }])
  const other = declaring(7)
  await other.ask({ kit: {} })
  expect(other.asked).toEqual([{ kit: {} }])
})

it('asks, of several agents, the one that answered the step, and the one in front for what nobody has answered', async () => {
  const asked: (readonly [string, unknown])[] = []
  const one = (url: string) =>
    ({
      url,
      keys: async (question: unknown) => {
        asked.push([url, question])
        return published()
      },
    }) as Pick<Connection, 'keys' | 'url'> as Connection
  const profile = (url: string, capabilities: JsonObject = {}) => ({ url, capabilities }) as AgentProfile
  const [sales, governance] = [one('https://s.example'), one('https://g.example')]
  const declared = { identity: { key_origins: { governance_signing: 'https://keys.example' } } }
  const met = {
    agent: profile('https://s.example'),
    agents: new Map([
      ['sales', profile('https://s.example')],
      ['governance', profile('https://g.example', declared)],
    ]),
  }
  const agents = new Map(Object.entries({ sales, governance }))
  const ask = keysOnce({ ...sales, agents }, met, signal)
  await ask({ kit: {}, from: 'https://g.example' })
  await ask({ kit: {}, from: 'https://s.example' })
  await ask({ kit: {} })
  expect(asked).toEqual([
    ['https://g.example', { kit: {}, declaredOrigin: 'https://keys.example' }],
    ['https://s.example', { kit: {} }],
  ])
})
