import { expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import type { WebhookDelivery } from '../model/webhook.ts'
import { stepResult } from './machine-step.ts'
import { trafficRecord } from './machine-traffic.ts'
import { exchange, step, taskReply } from './report-parts.fixture.ts'
import { schemaErrors, withStep } from './report-schema.fixture.ts'

const bare = step('b', 'p', 's', { title: 'T', line: 1, verdict: { status: 'passed' } })
const poll = exchange('get_task_status', { task_id: 't' }, taskReply({ status: 'completed' }))
const delivery: WebhookDelivery = {
  storyboard: 'b',
  step: 's',
  receivedAt: '2026-01-05T10:00:00.000Z',
  method: 'POST',
  url: 'http://127.0.0.1:4000/hook/b/s',
  headers: { 'content-type': 'application/json', signature: 'sig1=:AA==:', authorization: 'Bearer of-the-agent' },
  body: '{"status":"completed"}',
  payload: { status: 'completed' },
  answered: 200,
}

it('tells nothing of a step that had no more than its exchange', () => {
  expect(trafficRecord(bare)).toEqual({ also_sent: undefined, deliveries: undefined, left_out: undefined })
  expect(stepResult(bare, new Map())).not.toHaveProperty('also_sent')
})

it('shows other calls, and webhooks with what it takes to verify them', () => {
  const busy = { ...bare, optional: true as const, alsoSent: [poll], deliveries: [delivery] }
  expect(stepResult(busy, new Map())).toMatchObject({
    optional: true,
    also_sent: [{ request: { operation: 'get_task_status' }, response: { status: 200 } }],
    deliveries: [
      {
        received_at: '2026-01-05T10:00:00.000Z',
        method: 'POST',
        url: 'http://127.0.0.1:4000/hook/b/s',
        headers: { 'content-type': 'application/json', signature: 'sig1=:AA==:' },
        payload: { status: 'completed' },
        answered: 200,
      },
    ],
  })
  expect(JSON.stringify(stepResult(busy, new Map()))).not.toContain('of-the-agent')
  expect(schemaErrors(withStep(busy))).toEqual([])
})

it('shows a call without a reply, and a body that is no JSON', () => {
  const silent = exchange('t', {}, { kind: 'unreachable', cause: 'timeout', message: 'm' })
  const { payload: _none, ...text } = { ...delivery, body: 'hello', problem: 'no JSON' }
  const busy = { ...bare, alsoSent: [silent], deliveries: [text] }
  expect(trafficRecord(busy)).toMatchObject({
    also_sent: [{ response: null }],
    deliveries: [{ payload: 'hello', problem: 'no JSON' }],
  })
  expect(schemaErrors(withStep(busy))).toEqual([])
})

it('shows the start of many, and counts the others', () => {
  const busy = { ...bare, alsoSent: Array(53).fill(poll), deliveries: Array(50).fill(delivery) }
  const record = trafficRecord(busy)
  expect((record.also_sent as JsonObject[]).length).toBe(50)
  expect(record.left_out).toEqual({ also_sent: 3 })
  expect(schemaErrors(withStep(busy))).toEqual([])
})
