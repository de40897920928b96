import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { evidence, refusal, result, silence } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'
import { refsResolve } from './refs-resolve.ts'

const agentUrl = 'https://agent.test/mcp'
const own = (id: Json) => ({ agent_url: 'https://agent.test', id })
const foreign = { agent_url: 'https://creative.example', id: 'x' }

const params = {
  source: { from: 'context', path: 'products[*].format_ids[*]' },
  target: { from: 'current_step', path: 'formats[*].format_id' },
  match_keys: ['agent_url', 'id'],
} as const
const scoped = { ...params, scope: { key: 'agent_url', equals: '$agent_url' } } as const

function seen(refs: readonly Json[], formats: readonly Json[], more: JsonObject = {}) {
  const reply = result({ formats: formats.map((format_id) => ({ format_id })), ...more })
  return evidence(reply, { agentUrl, context: new Map([['products', [{ format_ids: refs }]]]) })
}

describe('refs_resolve', () => {
  it('passes when each reference is found', () => {
    expect(refsResolve.evaluate(params, seen([own('a'), own('b')], [own('b'), own('a'), own('c')]))).toEqual({
      status: 'passed',
    })
  })

  it('names each reference that is not found once', () => {
    expect(
      refsResolve.evaluate(params, seen([own('a'), { ...own('z'), n: 1 }, { n: 2, ...own('z') }], [own('a')])),
    ).toEqual({
      status: 'failed',
      message: 'nothing is there for {"agent_url":"https://agent.test","id":"z"}',
      pointer: '',
      expected: 'each reference at products[*].format_ids[*] is found at formats[*].format_id',
      actual: { missing: [own('z')] },
    })
  })

  it('matches no reference that lacks a key, not even with one that lacks it too', () => {
    expect(refsResolve.evaluate(params, seen([{ id: 'a' }], [{ id: 'a' }]))).toMatchObject({
      status: 'failed',
      actual: { missing: [{ id: 'a' }] },
    })
  })

  it.each<Json>([null, 'a', 7, [], { agent_url: null, id: 'a' }])(
    'takes %j for a reference that is not found',
    (ref) => {
      expect(refsResolve.evaluate(params, seen([ref], [own('a')]))).toMatchObject({ status: 'failed' })
    },
  )

  it('compares addresses as addresses, and everything else as it is', () => {
    const upper = { agent_url: 'HTTPS://AGENT.test:443/', id: 'a' }
    expect(refsResolve.evaluate(params, seen([upper], [own('a')]))).toEqual({ status: 'passed' })
    expect(refsResolve.evaluate(params, seen([own('A')], [own('a')]))).toMatchObject({ status: 'failed' })
    expect(refsResolve.evaluate(params, seen([own('1')], [own(1)]))).toMatchObject({ status: 'failed' })
  })

  it('tells the agent from others on its host by the path, whatever the transport adds to it', () => {
    const at = (agent_url: string) => refsResolve.evaluate(scoped, seen([{ agent_url, id: 'z' }], []))
    for (const url of ['https://agent.test', 'https://agent.test/mcp', 'https://agent.test/a2a/'])
      expect(at(url)).toMatchObject({ status: 'failed' })
    for (const url of ['https://agent.test/sales', 'https://other.test/mcp'])
      expect(at(url)).toMatchObject({ status: 'not_applicable' })
  })

  describe('references out of scope', () => {
    const both = seen([own('a'), foreign], [own('a')])

    it('are named and left alone by default', () => {
      expect(refsResolve.evaluate(scoped, both)).toEqual({
        status: 'passed',
        note: `not in scope: ${JSON.stringify(foreign)}`,
      })
    })

    it('are passed over in silence, or failed, as the author says', () => {
      expect(refsResolve.evaluate({ ...scoped, on_out_of_scope: 'ignore' }, both)).toEqual({ status: 'passed' })
      expect(refsResolve.evaluate({ ...scoped, on_out_of_scope: 'fail' }, both)).toMatchObject({
        status: 'failed',
        actual: { missing: [foreign] },
      })
    })

    it('prove nothing by themselves', () => {
      expect(refsResolve.evaluate(scoped, seen([foreign], [own('a')]))).toEqual({
        status: 'not_applicable',
        note: `not in scope: ${JSON.stringify(foreign)}`,
      })
    })
  })

  it('proves nothing when there is no reference', () => {
    expect(refsResolve.evaluate(params, seen([], [own('a')]))).toMatchObject({ status: 'not_applicable' })
  })

  it('blames no agent for what may be on a page that was not read', () => {
    const more = { pagination: { has_more: true } }
    expect(refsResolve.evaluate(params, seen([own('z')], [own('a')], more))).toMatchObject({ status: 'not_applicable' })
    expect(
      refsResolve.evaluate(params, seen([own('z')], [own('a')], { pagination: { has_more: 'yes' } })),
    ).toMatchObject({
      status: 'failed',
    })
    expect(refsResolve.evaluate({ ...scoped, on_out_of_scope: 'fail' }, seen([foreign], [], more))).toMatchObject({
      status: 'failed',
    })
  })

  it('reads a name that nobody captured from the latest result that has it', () => {
    const { context, ...rest } = seen([], [own('a')])
    const earlier = [
      exchanged(result({ products: [{ format_ids: [own('old')] }] })),
      exchanged(result({ products: [{ format_ids: [own('a')] }] })),
      exchanged(refusal()),
    ]
    expect(refsResolve.evaluate(params, { ...rest, context: new Map(), history: earlier })).toEqual({
      status: 'passed',
    })
    expect(() => refsResolve.evaluate(params, { ...rest, context: new Map() })).toThrow(NotEvaluable)
  })

  it('fails when no reply came, and blames the author for a path that is none', () => {
    expect(
      refsResolve.evaluate(params, { ...seen([own('a')], []), reply: silence(), payload: undefined }),
    ).toMatchObject({
      status: 'failed',
    })
    const bad = { ...params, source: { from: 'context', path: 'a[' } } as const
    expect(() => refsResolve.evaluate(bad, seen([], []))).toThrow(AuthoringDefect)
  })

  it('is quick with as many references as a reply may hold', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => own(`f${i}`))
    const before = performance.now()
    expect(refsResolve.evaluate(params, seen(many, many))).toEqual({ status: 'passed' })
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})
