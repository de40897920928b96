import { describe, expect, it } from 'vitest'
import { never, nowhere, problemOf, site } from './authorization-server.fixture.ts'
import { TokenSource } from './token-source.ts'

/** Issues t1, t2, … that are good for this long. */
async function issuing(expires_in?: number) {
  let made = 0
  let working = true
  const server = await site(() => {
    if (!working) return { status: 503, body: {} }
    made += 1
    return { body: { access_token: `t${made}`, ...(expires_in !== undefined && { expires_in }) } }
  })
  let now = 0
  const client = { clientId: 'me', clientSecret: 'hush', tokenUrl: `${server.origin}/token` }
  const source = new TokenSource({ agentUrl: 'https://a.example/mcp', client, clock: { now: () => now } })
  return {
    source,
    asked: () => server.asked.length,
    at: (seconds: number) => {
      now = seconds * 1000
    },
    breakDown: () => {
      working = false
    },
  }
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('a token', () => {
  it('is asked for once, whoever waits for it', async () => {
    const { source, asked } = await issuing()
    expect(await Promise.all([source.current(never), source.current(never)])).toEqual([bearer('t1'), bearer('t1')])
    await source.obtain(never)
    expect([await source.current(never), asked()]).toEqual([bearer('t1'), 1])
  })

  it('is renewed a minute before it runs out', async () => {
    const { source, at } = await issuing(600)
    await source.obtain(never)
    at(539)
    expect(await source.current(never)).toEqual(bearer('t1'))
    at(540)
    expect(await source.current(never)).toEqual(bearer('t2'))
  })

  it('that lives but shortly is renewed after half its life', async () => {
    const { source, at } = await issuing(10)
    await source.obtain(never)
    at(4)
    expect(await source.current(never)).toEqual(bearer('t1'))
    at(5)
    expect(await source.current(never)).toEqual(bearer('t2'))
  })

  it('is renewed once for all calls that it was refused for', async () => {
    const { source, asked } = await issuing()
    await source.obtain(never)
    const again = await Promise.all([source.renewed(bearer('t1'), never), source.renewed(bearer('t1'), never)])
    expect(again).toEqual([bearer('t2'), bearer('t2')])
    expect(await source.renewed(bearer('t1'), never)).toEqual(bearer('t2'))
    expect(asked()).toBe(2)
  })

  it('that cannot be renewed is sent as it is, and its server left alone for a while', async () => {
    const { source, at, asked, breakDown } = await issuing(100)
    await source.obtain(never)
    breakDown()
    at(60)
    expect([await source.current(never), await source.renewed(bearer('t1'), never)]).toEqual([bearer('t1'), undefined])
    expect(asked()).toBe(2)
    at(76)
    await source.current(never)
    expect(asked()).toBe(3)
  })

  it('is a secret, and so is what it was asked for with', async () => {
    const { source } = await issuing()
    await source.obtain(never)
    await source.renewed(bearer('t1'), never)
    expect(source.secrets).toEqual(['hush', 't1', 't2'])
  })
})

it('that cannot be had makes the agent unavailable, and says why', async () => {
  const client = { clientId: 'me', clientSecret: 'hush', tokenUrl: `${nowhere}/token` }
  const source = new TokenSource({ agentUrl: 'https://a.example/mcp', client, clock: { now: Date.now } })
  expect(await problemOf(source.obtain(never))).toMatch(
    /^AgentUnavailable: https:\/\/a\.example\/mcp: the token endpoint http:\/\/127\.0\.0\.1:1\/token could not be reached/,
  )
})

it('nobody waits for a renewal longer than for the call it is for', async () => {
  const { source } = await issuing()
  expect(await source.current(AbortSignal.abort())).toEqual({})
})
