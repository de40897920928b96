import { describe, expect, it } from 'vitest'
import type { SigningKeys } from '../../keys/signing-keys.ts'
import {
  called,
  faults,
  type Manners,
  probesWith,
  publicJwk,
  trigger,
  WebhookSeller,
  waiting,
} from './webhook-sender.fixture.ts'

const task = 'expect_webhook_signature_valid'

function signed(manners: Manners = {}, keys: Partial<SigningKeys> = {}) {
  return called([trigger(), waiting(task)], new WebhookSeller(manners), { probes: probesWith(keys) })
}

it('passes a webhook that is signed as it must be', async () => {
  const step = await signed()
  expect([step?.verdict, step?.validations.map(({ check }) => check)]).toEqual([{ status: 'passed' }, [task]])
})

describe('catches a webhook', () => {
  it.each<[string, Manners, Partial<SigningKeys>, string]>([
    ['without a signature', { unsigned: true }, {}, 'signature_invalid'],
    [
      'with the old HMAC signature',
      { unsigned: true, headers: { 'x-adcp-signature': 'sha256=00' } },
      {},
      'signature_invalid',
    ],
    ['whose signature has expired', { lateBy: 400 }, {}, 'signature_expired'],
    ['whose signature is from the future', { lateBy: -100 }, {}, 'signature_window_invalid'],
    ['whose body was changed', { altered: true }, {}, 'signature_digest_mismatch'],
    ['by a key that is not published', {}, { keys: [] }, 'signature_key_unknown'],
    ['by a key of an agent that brand.json does not list', {}, { isListed: false }, 'signature_key_unknown'],
    [
      'by a key for something else',
      {},
      { keys: [{ ...publicJwk, adcp_use: 'request-signing' }] },
      'signature_key_purpose_invalid',
    ],
    [
      'whose signature is that of another key',
      {},
      { keys: [{ ...publicJwk, x: 'y7tTfeqazsFeTn3ccCzQlcJ4qFWuYsu-JkJAcfc9VoA' }] },
      'signature_invalid',
    ],
    ['that never came', { tries: 0 }, {}, 'no_webhook_received'],
  ])('%s', async (_name, manners, keys, check) => {
    const step = await signed(manners, keys)
    expect([step?.verdict, faults(step)?.map((one) => one.check)]).toEqual([{ status: 'failed' }, [check]])
  })

  it('that carries a signature which was used at another step', async () => {
    const nonceOf = () => 'QUFBQUFBQUFBQUFBQUFBQQ'
    const url = '{{runner.webhook_url:again}}'
    const again = trigger({ id: 'again', sample_request: { push_notification_config: { url } } })
    const second = { ...waiting(task, { triggered_by: 'again' }), id: 'wait_again' }
    const step = await called([trigger(), waiting(task), again, second], new WebhookSeller({ nonceOf }))
    expect(faults(step)?.map((one) => one.check)).toEqual(['signature_replayed'])
  })
})

it('may be looked at by two steps', async () => {
  const twice = { ...waiting(task), id: 'look_again' }
  const step = await called([trigger(), waiting(task), twice], new WebhookSeller())
  expect(step?.verdict).toEqual({ status: 'passed' })
})

it('says nothing of a webhook that was registered with another authentication', async () => {
  const config = { url: '{{runner.webhook_url:buy}}', authentication: { schemes: ['Bearer'] } }
  const legacy = trigger({ sample_request: { push_notification_config: config } })
  const step = await called([legacy, waiting(task)], new WebhookSeller({ unsigned: true }))
  expect(step?.verdict).toMatchObject({ status: 'not_applicable', reason: 'unsatisfied_contract' })
})
