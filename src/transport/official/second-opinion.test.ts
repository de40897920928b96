import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../load/package-root.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import { answering, askOverA2a, completed } from '../a2a.fixture.ts'
import { askOne, type OnCall, stream } from '../ask-one.fixture.ts'
import { event, json, result } from '../loopback.fixture.ts'
import { officialClientName } from './client.ts'
import { secondOpinion } from './second-opinion.ts'

const client = officialClientName
const text = (value: string) => ({ type: 'text', text: value })
const opinionOn = async (onCall: OnCall) => (await askOne(onCall, { secondOpinion })).secondOpinion
const overMcp = (value: JsonObject) => opinionOn((m, r) => json(r, result(m, value)))
const overA2a = async (value: Json) => (await askOverA2a(answering(value), { secondOpinion })).secondOpinion
const denied = { status: 'denied', explanation: 'no' }
const adcp_error = { code: 'PLAN_NOT_FOUND', message: 'no plan' }

it('names the version that is installed', () => {
  const manifest = join(packageRoot(), 'node_modules/@adcp/client/package.json')
  expect(client).toBe(`@adcp/client ${JSON.parse(readFileSync(manifest, 'utf8')).version}`)
})

describe('over MCP, a buyer with the official client gets', () => {
  it.each<[string, JsonObject]>([
    ['a result with its text', { structuredContent: denied, content: [text(JSON.stringify(denied))] }],
    ['a result without a text', { structuredContent: denied, content: [] }],
    ['a result as text alone', { content: [text(JSON.stringify(denied))] }],
    ['a result in an envelope', { structuredContent: { status: 'completed', payload: denied }, content: [] }],
    ['nothing, where there is nothing', { content: [text('Hello.')] }],
  ])('the same payload of %s', async (_, value) => {
    expect(await overMcp(value)).toEqual({ client, payload: 'equal' })
  })

  it('the same payload of an event stream, and of an id written back as text', async () => {
    const value = { structuredContent: denied, content: [] }
    const streamed: OnCall = (m, r) => stream(r).end(event(result(m, value)))
    expect(await opinionOn(streamed)).toEqual({ client, payload: 'equal' })
    expect(await opinionOn((m, r) => json(r, { ...result(m, value), id: String(m.id) }))).toMatchObject({ client })
  })

  it('no payload of a text behind another one', async () => {
    expect(await overMcp({ content: [text('Denied.'), text(JSON.stringify(denied))] })).toEqual({
      client,
      payload: 'lost',
      detail: 'the client finds no payload in the reply',
    })
  })

  it('an exception with the error in its words', async () => {
    expect(
      await overMcp({ isError: true, structuredContent: { adcp_error }, content: [text('PLAN_NOT_FOUND: no')] }),
    ).toEqual({ client, payload: 'threw', detail: 'the client throws "PLAN_NOT_FOUND: no"' })
  })

  it('an exception whose text is the whole reply', async () => {
    const value = { isError: true, structuredContent: { adcp_error }, content: [text(JSON.stringify({ adcp_error }))] }
    expect(await overMcp(value)).toEqual({
      client,
      payload: 'threw',
      detail: 'the client throws the text of the reply',
    })
  })

  it('an exception without the error, which is lost', async () => {
    expect(
      await overMcp({ isError: true, structuredContent: { adcp_error }, content: [text('That failed.')] }),
    ).toEqual({
      client,
      payload: 'lost',
      detail: 'the client throws "That failed."; the error code PLAN_NOT_FOUND is lost',
    })
  })

  it('an exception for a JSON-RPC error', async () => {
    const error = { code: -32602, message: 'Unknown tool' }
    expect(await opinionOn((m, r) => json(r, { jsonrpc: '2.0', id: m.id, error }))).toMatchObject({
      payload: 'threw',
      detail: expect.stringContaining('Unknown tool'),
    })
  })

  it('an exception for a result that MCP does not allow', async () => {
    expect(await overMcp({ structuredContent: denied, content: 'x' })).toMatchObject({ payload: 'threw' })
  })

  it('an exception for a message with members that JSON-RPC does not know', async () => {
    const value = { structuredContent: denied, content: [] }
    expect(await opinionOn((m, r) => json(r, { ...result(m, value), extra: 1 }))).toMatchObject({ payload: 'threw' })
  }, 20_000)
})

describe('over A2A, a buyer with the official client gets', () => {
  it('the same payload of a completed task', async () => {
    expect(await overA2a(completed(denied))).toEqual({ client, payload: 'equal' })
  })

  it('another payload where there is a second artifact', async () => {
    const artifact = (data: Json) => ({ artifactId: 'a', parts: [{ kind: 'data', data }] })
    const artifacts = [artifact(denied), artifact({ ...denied, status: 'approved' })]
    expect(await overA2a(completed({}, { artifacts }))).toEqual({
      client,
      payload: 'altered',
      detail: 'the client hands over another payload, from /status on',
    })
  })

  it('a payload where AdCP has none', async () => {
    expect(await overA2a(completed({ response: denied }))).toEqual({
      client,
      payload: 'altered',
      detail: 'the client finds a payload where AdCP has none',
    })
  })

  it('a task that failed as it came, which its unwrapping does not take', async () => {
    expect(await overA2a(completed({ adcp_error }, { status: { state: 'failed' } }))).toMatchObject({
      payload: 'threw',
      detail: expect.stringContaining('the client hands over the reply unread: "Cannot unwrap'),
    })
  })
})

it('is not asked where no message came', async () => {
  expect(await opinionOn((_, r) => r.writeHead(500).end())).toBeUndefined()
})
