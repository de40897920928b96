import type { SafeReply, SafeRequest } from '../../keys/safe-send.ts'
import type { SigningKeys } from '../../keys/signing-keys.ts'
import type { Json } from '../../model/json.ts'
import type { WebhookVerifier } from './webhook-verifier.ts'

/** What steps that are no AdCP task may ask of the world. Nothing in it ever rejects. */
export interface Probes {
  /** One plain HTTP request: at the agent's own origin as it is, elsewhere under the rules of safeSend. */
  send(request: Omit<SafeRequest, 'limits'> & { readonly limits?: SafeRequest['limits'] }): Promise<SafeReply>
  /** The headers that let the run in to its agent. */
  credentials(): Promise<Readonly<Record<string, string>>>
  /** The keys that the agent signs its webhooks with; asked once, or `again` when one is missing. */
  signingKeys(again?: boolean): Promise<SigningKeys>
  /** One of the official test vectors of the release, by its path below test-vectors. */
  vector(path: string): Promise<Json | undefined>
  /** Verifies the webhooks of the whole run. */
  readonly webhooks: WebhookVerifier
}
