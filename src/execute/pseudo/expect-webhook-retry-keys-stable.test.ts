import { expect, it } from 'vitest'
import { called, faults, type Manners, probesWith, trigger, WebhookSeller, waiting } from './webhook-sender.fixture.ts'

const task = 'expect_webhook_retry_keys_stable'
const retry = { retry_trigger: { count: 2, http_status: 503 } }

function retried(manners: Manners = {}, fields: Parameters<typeof waiting>[1] = {}, more = {}) {
  return called([trigger(), waiting(task, { ...retry, ...fields })], new WebhookSeller(manners), more)
}

it('passes a sender that tries again with one key and a fresh signature each time', async () => {
  const step = await retried()
  expect(step?.verdict).toEqual({ status: 'passed' })
  expect(step?.deliveries?.map(({ answered }) => answered)).toEqual([503, 503, 200])
})

it.each<[string, Manners, string, unknown, unknown]>([
  ['gives up at once', { tries: 1 }, 'insufficient_retries', 2, 1],
  [
    'makes a new key for each try',
    { keyOf: (attempt) => `whk_0123456789abcde${attempt}` },
    'idempotency_key_rotated',
    'whk_0123456789abcde1',
    ['whk_0123456789abcde1', 'whk_0123456789abcde2', 'whk_0123456789abcde3'],
  ],
  [
    'changes the form of its key',
    { keyOf: (attempt) => (attempt === 1 ? 'whk_0123456789abcdef' : 'short') },
    'idempotency_key_format_changed',
    'whk_0123456789abcdef',
    ['whk_0123456789abcdef', 'short', 'short'],
  ],
])('catches a sender that %s', async (_name, manners, check, expected, actual) => {
  expect(faults(await retried(manners))).toEqual([{ check, expected, actual }])
})

it.each<[string, Manners, string]>([
  ['uses one nonce for all tries', { nonceOf: () => 'QUFBQUFBQUFBQUFBQUFBQQ' }, 'signature_replayed'],
  ['signs another body than it sends', { altered: true }, 'signature_digest_mismatch'],
  ['does not sign', { unsigned: true }, 'signature_invalid'],
])('catches a sender that %s, though its key is stable', async (_name, manners, check) => {
  expect(faults(await retried(manners))?.map((one) => one.check)).toEqual([check])
})

it('does not look at signatures where the storyboard says so, or where other authentication was registered', async () => {
  const off = await retried({ unsigned: true }, { verify_signature_on_every_delivery: false })
  const config = { url: '{{runner.webhook_url:buy}}', authentication: { schemes: ['HMAC-SHA256'] } }
  const legacy = trigger({ sample_request: { push_notification_config: config } })
  const other = await called([legacy, waiting(task, retry)], new WebhookSeller({ unsigned: true }))
  expect([off?.verdict, other?.verdict]).toEqual([{ status: 'passed' }, { status: 'passed' }])
})

it('does not blame the agent for keys that are out of reach', async () => {
  const problem = { code: 'brand_json_unreachable', detail: 'no answer in time', outOfReach: true } as const
  const step = await retried({}, {}, { probes: probesWith({ keys: [], isListed: false, problem }) })
  expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'missing_keys' })
})

it.each([{ count: 11 }, { count: 0 }, { count: 3, http_status: 404 }])(
  'refuses to turn deliveries away as %j would have it',
  async (retry_trigger) => {
    const step = await retried({}, { retry_trigger })
    expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'authoring_defect' })
  },
)
