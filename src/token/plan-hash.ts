import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { JsonObject } from '../model/json.ts'

/** What a governance agent may keep beside a plan; never part of what was authorised (specification, closed exclusion list). */
const bookkeeping: ReadonlySet<string> = new Set([
  'version',
  'status',
  'syncedAt',
  'revisionHistory',
  'committedBudget',
  'committedByType',
])

/**
 * The hash that binds a decision to one revision of a plan: SHA-256 over the RFC 8785 form of the plan
 * without bookkeeping, in base64url without padding (43 characters).
 */
export function planHash(plan: JsonObject): string {
  const authorised = Object.fromEntries(Object.entries(plan).filter(([key]) => !bookkeeping.has(key)))
  return hashJson(authorised)
}

/** SHA-256 over the RFC 8785 form of a JSON object, in base64url without padding. */
export function hashJson(value: JsonObject): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '', 'utf8')
    .digest('base64url')
}
