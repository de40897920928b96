/** What tells the two AdCP uses of RFC 9421 apart; everything else they share. Source: security, AdCP RFC 9421 profile. */
export interface SignatureProfile {
  /** What every error code of this profile begins with. */
  readonly prefix: 'request' | 'webhook'
  /** The only value that the signature parameter `tag` may have. */
  readonly tag: string
  /** The values of `adcp_use` that a verifying key may have. */
  readonly purposes: readonly string[]
  /** Whether the signature must, may or must not cover the body. */
  readonly digest: DigestPolicy
}

export type DigestPolicy = 'required' | 'forbidden' | 'either'

/** Requests that an agent signs; the verifier's capabilities say whether the body must be covered. */
export function requestSigning(digest: DigestPolicy = 'either'): SignatureProfile {
  return { prefix: 'request', tag: 'adcp/request-signing/v1', purposes: ['request-signing'], digest }
}

/** Webhooks that a seller signs. From 3.1 the key that signs requests may sign them too; the tag keeps the two apart. */
export function webhookSigning(line: '3.0' | '3.1'): SignatureProfile {
  const purposes = line === '3.0' ? ['webhook-signing'] : ['request-signing', 'webhook-signing']
  return { prefix: 'webhook', tag: 'adcp/webhook-signing/v1', purposes, digest: 'required' }
}
