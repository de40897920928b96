import { describe, expect, it } from 'vitest'
import type { Authorization } from './authorization.ts'
import { openMcp } from './index.ts'
import { initialized, json, type Loopback, listen, options, result } from './loopback.fixture.ts'

/** Lets in whoever shows one of these tokens; the list may change. */
async function guarded(good: string[]): Promise<Loopback> {
  return listen((seen, response) => {
    if (!good.includes(String(seen.headers.authorization))) return void response.writeHead(401).end()
    if (seen.method === 'DELETE') return void response.end()
    const message = JSON.parse(seen.body)
    if (message.method === 'initialize') return json(response, result(message, initialized))
    if (message.id === undefined) return void response.writeHead(202).end()
    return json(response, result(message, { structuredContent: { a: 1 } }))
  })
}

/** Has these tokens, one after the other. */
function holding(...tokens: string[]): Authorization {
  return {
    current: async () => ({ authorization: tokens[0] ?? '' }),
    renewed: async () => {
      tokens.shift()
      return tokens[0] === undefined ? undefined : { authorization: tokens[0] }
    },
  }
}

async function called(server: Loopback, authorization: Authorization, before?: () => void) {
  const line = await openMcp(options(server.url, { authorization, headers: { authorization: 'static' } }))
  before?.()
  const exchange = await line.call({ task: 't', arguments: {} })
  await line.close()
  await server.close()
  return exchange
}

describe('credentials that may be renewed', () => {
  it('win over those that are given once and for all', async () => {
    const { reply } = await called(await guarded(['one']), holding('one'))
    expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
  })

  it('are renewed once when they are refused, and the request is sent again', async () => {
    const good = ['one']
    const { reply, http } = await called(await guarded(good), holding('one', 'two'), () => good.splice(0, 1, 'two'))
    expect(reply).toMatchObject({ kind: 'task', payload: { a: 1 } })
    expect(http.slice(-2)).toMatchObject([{ status: 401, failure: 'sent again with a renewed token' }, { status: 200 }])
  })

  it.each([
    ['what is new is refused as well', ['one', 'two', 'three']],
    ['nothing is new', ['one']],
  ])('and the refusal is the answer when %s', async (_, tokens) => {
    const good = ['one']
    const { reply, http } = await called(await guarded(good), holding(...tokens), () => good.splice(0, 1, 'x'))
    expect(reply).toMatchObject({ kind: 'http_error', status: 401 })
    expect(http.filter(({ status }) => status === 401).length).toBe(Math.min(tokens.length, 2))
  })
})
