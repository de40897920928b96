import type { Json, JsonObject } from '../../../model/json.ts'
import type { DigestPolicy } from '../../../signatures/profile.ts'

/** What an agent says of how it verifies signed requests: `request_signing` of its capabilities. */
export interface VerifierClaims {
  readonly supported: boolean
  readonly digest: DigestPolicy
  readonly requiredFor: readonly string[]
  readonly supportedFor: readonly string[]
  /** Wrong signatures of these are let pass. */
  readonly warnFor: readonly string[]
  readonly methodsRequiredFor: readonly string[]
}

export function verifierClaims(block: JsonObject): VerifierClaims {
  const { covers_content_digest: digest } = block
  return {
    supported: block.supported === true,
    digest: digest === 'required' || digest === 'forbidden' ? digest : 'either',
    requiredFor: names(block.required_for),
    supportedFor: names(block.supported_for),
    warnFor: names(block.warn_for),
    methodsRequiredFor: names(block.protocol_methods_required_for),
  }
}

function names(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((name) => typeof name === 'string') : []
}
