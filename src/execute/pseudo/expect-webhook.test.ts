import { describe, expect, it } from 'vitest'
import type { Step } from '../../model/storyboard.ts'
import { planned, play, schemas } from '../scripted-transport.fixture.ts'
import { called, faults, type Manners, trigger, WebhookSeller, waiting } from './webhook-sender.fixture.ts'

const task = 'expect_webhook'
const key = '^[A-Za-z0-9_.:-]{16,255}$'

function told(manners: Manners = {}, fields: Parameters<typeof waiting>[1] = {}, more = {}) {
  return called([trigger(), waiting(task, fields)], new WebhookSeller(manners), more)
}

it('passes for a webhook that comes, with a key of the right form, and shows what came', async () => {
  const step = await told({}, { filter: { body: { status: 'completed' } } })
  expect([step?.verdict, step?.validations.map(({ check, outcome }) => [check, outcome.status])]).toEqual([
    { status: 'passed' },
    [
      ['expect_webhook', 'passed'],
      ['expect_webhook', 'passed'],
      ['expect_webhook', 'passed'],
    ],
  ])
  expect(step?.deliveries).toMatchObject([
    {
      storyboard: 'b',
      step: 'buy',
      method: 'POST',
      answered: 200,
      payload: { status: 'completed', idempotency_key: 'whk_0123456789abcdef' },
    },
  ])
})

it('says which address the 3.0 operation_id is about, and waits for what came there', async () => {
  const filter = { operation_id: '{{prior_step.buy.operation_id}}' }
  expect((await told({}, { filter }))?.verdict).toEqual({ status: 'passed' })
})

it('fails when none comes', async () => {
  const step = await told({ tries: 0 })
  expect([step?.verdict, faults(step)]).toEqual([
    { status: 'failed' },
    [{ check: 'no_webhook_received', expected: {}, actual: [] }],
  ])
})

it('fails when only others come, and shows them', async () => {
  const step = await told({}, { filter: { body: { operation_id: 'op_1' } } })
  expect(faults(step)).toMatchObject([
    { check: 'no_webhook_received', expected: { operation_id: 'op_1' }, actual: [{ task_id: 't1' }] },
  ])
})

describe('the idempotency key', () => {
  it.each<[string, Manners, string, unknown]>([
    ['is missing', { keyOf: () => undefined }, 'missing_idempotency_key', null],
    ['is null', { keyOf: () => null }, 'missing_idempotency_key', null],
    ['is empty', { keyOf: () => '' }, 'missing_idempotency_key', ''],
    ['is too short', { keyOf: () => 'short' }, 'invalid_idempotency_key_format', 'short'],
    ['is a number', { keyOf: () => 7 }, 'invalid_idempotency_key_format', 7],
  ])('%s', async (_name, manners, check, actual) => {
    expect(faults(await told(manners))).toEqual([{ check, expected: key, actual }])
  })

  it('is not looked at when the storyboard does not ask for it', async () => {
    const step = await told({ keyOf: () => undefined }, { expect_idempotency_key: false })
    expect(step?.verdict).toEqual({ status: 'passed' })
  })
})

describe('the payload', () => {
  const strict = {
    ...schemas,
    load: async (ref: string) => ({
      id: ref,
      url: `https://example.test/${ref}`,
      validate: (value: unknown) =>
        value instanceof Object && 'task_id' in value && value.task_id === 't1'
          ? []
          : [{ instancePath: '/task_id', schemaPath: '', keyword: 'const', message: 'must be t1' }],
    }),
  }
  const fields = { webhook_payload_schema_ref: 'core/mcp-webhook-payload.json' }

  it('matches its schema', async () => {
    expect((await told({}, fields, { schemas: strict }))?.verdict).toEqual({ status: 'passed' })
  })

  it('breaks its schema', async () => {
    const step = await told({ payload: { task_id: 'other' } }, fields, { schemas: strict })
    expect(faults(step)).toMatchObject([{ check: 'schema_violation', actual: { task_id: 'other' } }])
  })

  it('is no JSON', async () => {
    const step = await told({ body: '<event/>', tries: 1 }, { expect_idempotency_key: false })
    expect(faults(step)).toEqual([{ check: 'schema_violation', expected: 'JSON', actual: '<event/>' }])
  })

  it('cannot be graded by a schema that this release does not have', async () => {
    const step = await told({}, { webhook_payload_schema_ref: 'no-such.json' })
    expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'authoring_defect' })
  })
})

describe('a replay', () => {
  const fields = { expect_max_deliveries_per_logical_event: 1 }
  const event = { task_id: 't1', task_type: 'create_media_buy', status: 'completed' }

  it('that is carried out again tells its outcome again, under another key', async () => {
    let made = 0
    const manners = { events: [event, event], keyOf: () => `whk_0123456789abcde${++made}` }
    expect(faults(await told(manners, fields))).toMatchObject([
      {
        check: 'duplicate_webhook_on_replay',
        expected: 1,
        actual: ['"whk_0123456789abcde1"', '"whk_0123456789abcde2"'],
      },
    ])
  })

  it.each<[string, Manners]>([
    ['the same event twice under one key', { events: [event, event] }],
    ['progress, and then the outcome', { events: [{ ...event, status: 'working' }, event] }],
  ])('leaves in peace who tells %s', async (_name, manners) => {
    expect((await told(manners, fields))?.verdict).toEqual({ status: 'passed' })
  })
})

describe('says nothing of the agent', () => {
  it('when the task was finished in its reply, so that no webhook is due', async () => {
    expect((await told({ atOnce: true }))?.verdict).toEqual({
      status: 'not_applicable',
      reason: 'not_applicable',
      detail: 'the call that should set it off was finished in its reply, so no webhook is due',
    })
  })

  it('when the run hosts no receiver', async () => {
    const { verdicts } = await play(planned([[{ ...waiting(task), triggered_by: 'buy' } as Step]]), [])
    expect(verdicts).toMatchObject([{ status: 'not_applicable', reason: 'unsatisfied_contract' }])
  })

  it('when the step that should set it off was not sent', async () => {
    const step = await called([waiting(task, { triggered_by: 'nobody' })], new WebhookSeller())
    expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'prerequisite_failed' })
  })

  it('when the run is ended meanwhile', async () => {
    const step = await told({ tries: 0 }, { timeout_seconds: 60 }, { signal: AbortSignal.timeout(50) })
    expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'interrupted' })
  })

  it.each([0, -1, 601, '30'])('when the author wrote timeout_seconds: %j', async (timeout_seconds) => {
    expect((await told({}, { timeout_seconds }))?.verdict).toMatchObject({
      status: 'blocked',
      reason: 'authoring_defect',
    })
  })
})
