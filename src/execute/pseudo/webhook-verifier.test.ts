import { expect, it } from 'vitest'
import type { SigningKeys } from '../../keys/signing-keys.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import { publicJwk } from './webhook-sender.fixture.ts'
import { WebhookVerifier } from './webhook-verifier.ts'

const signatureInput =
  'sig1=("@method" "@target-uri" "@authority" "content-type" "content-digest");created=1800000000;expires=1800000300;nonce="QUFBQUFBQUFBQUFBQUFBQQ";keyid="hooks-1";alg="ed25519";tag="adcp/webhook-signing/v1"'
const delivery: WebhookDelivery = {
  storyboard: 'b',
  receivedAt: new Date(1_800_000_000_000).toISOString(),
  method: 'POST',
  url: 'https://buyer.example/hook',
  headers: {
    'content-type': 'application/json',
    'content-digest': 'sha-256=:RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o:',
    'signature-input': signatureInput,
    signature: 'sig1=:AAAA:',
  },
  body: '{}',
  answered: 200,
}

it('looks at the keys again when one is missing, and verifies each delivery once', async () => {
  const asked: boolean[] = []
  const keys = async (again = false): Promise<SigningKeys> => {
    asked.push(again)
    return { brandUrl: '', isListed: true, keys: again ? [publicJwk] : [] }
  }
  const verifier = new WebhookVerifier('3.0', keys)
  const first = await verifier.verify(delivery)
  expect(first).toMatchObject({ status: 'refused', code: 'webhook_signature_invalid' })
  expect(await verifier.verify(delivery)).toBe(first)
  expect(asked).toEqual([false, true])
})
