import type { Json } from '../../model/json.ts'
import type { BlockedReason, ValidationResult } from '../../model/verdict.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import type { SignatureFault } from '../../signatures/fault.ts'
import { fault, held, unproven } from './found.ts'
import type { Probes } from './probes.ts'

const description = 'Each webhook is signed by the RFC 9421 webhook profile'

/** Verifies the signature of each delivery, in the order of arrival; tells the first that is wrong. */
export async function signatureRule(
  task: string,
  deliveries: readonly WebhookDelivery[],
  probes: Probes,
): Promise<ValidationResult> {
  for (const delivery of deliveries) {
    const verification = await probes.webhooks.verify(delivery)
    if (verification.status === 'unsigned') return unsigned(delivery)
    if (verification.status === 'verified') continue
    const away = await keysAway(verification, probes)
    return away ? unproven(task, description, ...away) : refused(verification, delivery, await placeOfKeys(probes))
  }
  return held(task, description)
}

/** Nothing can be said of a key when what the agent publishes was out of reach. */
async function keysAway({ step }: SignatureFault, probes: Probes): Promise<[BlockedReason, string] | undefined> {
  const { problem } = await probes.signingKeys()
  return step === 7 && problem?.outOfReach
    ? ['missing_keys', `the keys of the agent could not be fetched: ${problem.detail}`]
    : undefined
}

async function placeOfKeys(probes: Probes): Promise<Json> {
  const { brandUrl, jwksUrl = null, isListed, problem } = await probes.signingKeys()
  return { brand_json: brandUrl, jwks: jwksUrl, agent_is_listed: isListed, problem: problem?.detail ?? null }
}

function unsigned({ headers }: WebhookDelivery): ValidationResult {
  const legacy = headers['x-adcp-signature'] !== undefined
  const message = legacy
    ? 'the webhook is signed by HMAC, which the registration did not ask for'
    : 'the webhook is not signed'
  return fault('signature_invalid', {
    description,
    message,
    expected: 'Signature and Signature-Input',
    actual: legacy ? 'X-ADCP-Signature' : null,
  })
}

/** The error modes are the codes of the profile without their beginning; an expired signature has a name of its own. */
function refused({ code, step, detail }: SignatureFault, { headers }: WebhookDelivery, keys: Json): ValidationResult {
  const expired = code === 'webhook_signature_window_invalid' && detail.startsWith('it expired')
  const mode = expired ? 'signature_expired' : code.replace(/^webhook_/, '')
  return fault(mode, {
    description,
    message: `${code} (step ${step} of the checklist): ${detail}`,
    expected: 'a signature that verifies',
    actual: { code, signature_input: headers['signature-input'] ?? null, keys },
  })
}
