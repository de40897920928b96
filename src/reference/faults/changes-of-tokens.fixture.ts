import { changesOfRecords } from './changes-of-records.fixture.ts'

const hashes = ['hash of text', 'hash of numbers', 'hash of lists', 'hash of nulls', 'hash of names']
const unreadable = ['token phase of a delivery', 'critical claims', ...hashes]

function more(fault: string, ...changed: readonly string[]): readonly string[] {
  return [...(changesOfRecords[fault] ?? []), ...changed]
}

/** What each fault in tokens and published keys changes, with what `publishedProbes` see of those in the records. */
export const changesOfTokens: Readonly<Record<string, readonly string[]>> = {
  'issues-opaque-tokens': more('issues-opaque-tokens', ...unreadable),
  'ends-tokens-with-a-line': more('ends-tokens-with-a-line', ...unreadable),
  'writes-the-plan-hash-in-hex': more('writes-the-plan-hash-in-hex', ...hashes),
  'hashes-without-ext': more('hashes-without-ext', ...hashes.slice(1)),
  'publishes-keys-for-encryption': ['published keys'],
  'signs-requests-with-the-same-key': ['published keys'],
  'ends-its-name-with-a-slash': ['token iss'],
  'lists-its-sellers-as-audience': ['token aud'],
  'calls-deliveries-purchases': ['token phase of a delivery'],
  'names-no-purchase-in-executions': ['token purchase of an execution'],
  'caps-the-budget-quietly': ['critical claims'],
  'forgets-revoked-keys': ['revoked keys'],
  'signs-with-another-key': ['token verifies'],
  'lists-the-plan-hash-as-critical': ['token verifies', 'critical claims'],
  'hashes-normalised-text': ['hash of text'],
  'hashes-rounded-numbers': ['hash of numbers'],
  'hashes-sorted-lists': ['hash of lists'],
  'hashes-without-nulls': ['hash of nulls'],
  'hashes-without-status': ['hash of names'],
  'hashes-with-defaults': ['token plan hash', ...hashes],
}
