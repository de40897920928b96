import type { SigningKeys } from '../../keys/signing-keys.ts'
import type { WebhookDelivery } from '../../model/webhook.ts'
import { webhookSigning } from '../../signatures/profile.ts'
import { ReplayStore } from '../../signatures/replay-store.ts'
import { type Verification, verifySignature } from '../../signatures/verify.ts'

export type AskKeys = (again?: boolean) => Promise<SigningKeys>

/**
 * Verifies each delivery of a run once, however many steps look at it: with one store of nonces, a signature that was used
 * before is noticed wherever it comes again. Source: webhook-receiver-runner, signature_replay_store.
 */
export class WebhookVerifier {
  readonly #replays = new ReplayStore()
  readonly #known = new WeakMap<WebhookDelivery, Verification>()

  constructor(
    readonly line: '3.0' | '3.1',
    readonly keys: AskKeys,
  ) {}

  /** A key that is not there may be new: the keys are then fetched again, once. */
  async verify(delivery: WebhookDelivery): Promise<Verification> {
    const known = this.#known.get(delivery)
    if (known) return known
    const first = this.#verify(delivery, await this.keys())
    const unknownKey = first.status === 'refused' && first.code.endsWith('_key_unknown')
    const verification = unknownKey ? this.#verify(delivery, await this.keys(true)) : first
    this.#known.set(delivery, verification)
    return verification
  }

  #verify(delivery: WebhookDelivery, { keys, isListed }: SigningKeys): Verification {
    return verifySignature(delivery, {
      profile: webhookSigning(this.line),
      now: Math.floor(Date.parse(delivery.receivedAt) / 1000),
      keys: isListed ? keys : [],
      revokedKids: new Set(),
      replays: this.#replays,
    })
  }
}
