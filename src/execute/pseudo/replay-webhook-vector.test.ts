import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { safeSend } from '../../keys/safe-send.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'
import { headersOf, readDelivery } from '../../peers/read-delivery.ts'
import { webhookSigning } from '../../signatures/profile.ts'
import { ReplayStore } from '../../signatures/replay-store.ts'
import { verifySignature } from '../../signatures/verify.ts'
import { now, planned, play } from '../scripted-transport.fixture.ts'
import { officialVectors } from './verifying-agent.fixture.ts'
import { faults, probesWith } from './webhook-sender.fixture.ts'

let server: Server | undefined
afterEach(() => server?.close())

const whole = { idempotency_key: 'whk_0123456789abcdef', task_id: 't1', status: 'completed' }
const vectors: JsonObject = {
  positive: [{ id: 'good', payload: whole }],
  negative: [{ id: 'bare', payload: { notification_type: 'scheduled' }, expected_error: 'missing_envelope_fields' }],
}
const ids = { uuid: () => crypto.randomUUID(), opaque: () => crypto.randomUUID() }

/** A buyer's receiver: takes what is signed and looks like a webhook. */
async function receiver(answerTo: (payload: Json | undefined, isSigned: boolean) => number): Promise<string> {
  const { keys } = (await officialVectors.read('webhook-signing/keys.json')) as { keys: readonly Json[] }
  server = createServer(async (request, response) => {
    const { body, payload } = await readDelivery(request)
    const headers = headersOf(request)
    const message = { method: 'POST', url: `http://${headers.host}${request.url}`, headers, body }
    const state = { profile: webhookSigning('3.0'), now: now / 1000, keys, revokedKids: new Set<string>() }
    const { status } = verifySignature(message, { ...state, replays: new ReplayStore() })
    response.writeHead(answerTo(payload, status === 'verified')).end()
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`
}

async function replayed(answerTo: Parameters<typeof receiver>[0], ref: string) {
  const url = await receiver(answerTo)
  const step = { id: 's', task: 'replay_webhook_vector', vector_ref: ref } as Step
  const probes = {
    ...probesWith({}, (request) =>
      safeSend(
        { limits: { bytes: 1_000, timeoutMs: 1_000 }, ...request },
        'https://agent.example',
        AbortSignal.timeout(2_000),
      ),
    ),
    vector: async (path: string) => (path === 'envelopes.json' ? vectors : await officialVectors.read(path)),
  }
  const board = planned([[step]], {}, { id: 'kit', webhook_replay_receiver: { url } })
  return (await play(board, [], { probes, ids })).steps[0]
}

const good = (payload: Json | undefined, isSigned: boolean) => {
  if (!isSigned) return 401
  return isJsonObject(payload) && payload.idempotency_key !== undefined ? 204 : 400
}

it.each(['positive/good', 'negative/bare'])('passes a receiver that does right by %s', async (id) => {
  const step = await replayed(good, `test-vectors/envelopes.json#${id}`)
  expect(step?.verdict).toEqual({ status: 'passed' })
})

it.each<[string, () => number, string, string]>([
  ['takes everything', () => 200, 'negative/bare', 'webhook_accepted'],
  ['breaks on what it should turn down', () => 500, 'negative/bare', 'webhook_accepted'],
  ['turns everything down', () => 400, 'positive/good', 'webhook_rejected'],
  ['calls a retry a conflict', () => 409, 'positive/good', 'webhook_rejected'],
])('catches a receiver that %s', async (_name, answerTo, id, check) => {
  const step = await replayed(answerTo, `envelopes.json#${id}`)
  expect(faults(step)?.map((fault) => fault.check)).toEqual([check])
})

it('does not apply where no receiver is named', async () => {
  const step = { id: 's', task: 'replay_webhook_vector', vector_ref: 'envelopes.json#positive/good' } as Step
  const { verdicts } = await play(planned([[step]]), [], { probes: probesWith() })
  expect(verdicts).toMatchObject([{ status: 'not_applicable', reason: 'unsatisfied_contract' }])
})

it('blames the author for a vector that is none', async () => {
  const step = await replayed(good, 'envelopes.json#positive/unheard-of')
  expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'authoring_defect' })
})
