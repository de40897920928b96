import type { Settled } from './play-run.ts'

/** Outcomes that need the signature of a token, which no bundle holds. */
const needTheSignature = new Set(['gov_token_signature', 'signature_invalid', 'expect_webhook_signature_valid'])

/** The outcomes that were taken from a record and rest on no signature: whoever vouches for a record takes none of these. */
export function beyondSignatures(settled: readonly Settled[]): readonly Settled[] {
  return settled.filter(({ result }) => !needTheSignature.has(result.check))
}
