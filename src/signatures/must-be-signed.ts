import { readPath } from '../json/path.ts'
import type { Json } from '../model/json.ts'
import type { SignedMessage } from './signed-message.ts'

/** The part of `request_signing` in an agent's capabilities that decides whether an unsigned request is refused. */
export interface SigningDemand {
  readonly supported?: boolean
  /** Names of AdCP tasks. */
  readonly required_for?: readonly string[]
  /** Names of JSON-RPC methods (3.1). */
  readonly protocol_methods_required_for?: readonly string[]
}

/**
 * Whether an unsigned request must be refused with `request_signature_required`. Another credential stands in for the
 * signature, except where the request registers a webhook with credentials of its own: those must not be injected on the way.
 * Source: security, verifier checklist (requests), before step 1; webhook callbacks, downgrade and injection resistance.
 */
export function mustBeSigned({ headers, body }: SignedMessage, operation: string, demand: SigningDemand): boolean {
  if (demand.supported !== true) return false
  const request = parsed(body)
  if (readPath(request, 'push_notification_config.authentication') !== undefined) return true
  if (headers.authorization !== undefined) return false
  const method = readPath(request, 'method')
  return (
    (demand.required_for ?? []).includes(operation) ||
    (typeof method === 'string' && (demand.protocol_methods_required_for ?? []).includes(method))
  )
}

function parsed(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json
  } catch {
    return undefined
  }
}
