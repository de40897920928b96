import type { Bundle } from '../evidence/open-bundle.ts'
import { type ScopeRecord, scopeRecord } from '../evidence/scope-record.ts'
import { equalJson } from '../json/equal.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { isSecretKey } from '../report/redact-text.ts'
import type { Prepared } from '../run/run-prepared.ts'

/** What of the rules in a bundle is not what this release publishes: sentences. Nobody certifies by rules of their own. */
export function otherRules({ scope, manifest }: Bundle, published: Prepared): readonly string[] {
  const ours = asJson(scopeRecord(published.scope))
  const stamp = manifest.self_test ?? published.selfTest
  return [
    ...unlike('the profile', [scope.scope, manifest.run.scope], [ours.scope, ours.scope]),
    ...unlike('the AdCP version', manifest.run.adcp, published.adcp),
    ...unlike('the list of requirements', scope.requirements, ours.requirements),
    ...unlike('the requirements', scope.catalogue, ours.catalogue),
    ...unlike('the storyboards', boardsOf(scope), boardsOf(ours)),
    ...unlike('the test kits', kitsOf(scope), kitsOf(ours)),
    ...unlike('the results of the self-test', stamp, published.selfTest),
  ]
}

function boardsOf({ boards }: ScopeRecord) {
  return boards.map(({ storyboard }) => storyboard)
}

/** The kit of each storyboard. Secrets in a record were hidden. */
function kitsOf({ boards, kits }: ScopeRecord) {
  return boards.map(({ kit }) => withoutSecrets((kits[kit ?? ''] ?? null) as Json))
}

function unlike(what: string, recorded: unknown, published: unknown): readonly string[] {
  return equalJson(asJson(recorded ?? null) as Json, asJson(published ?? null) as Json)
    ? []
    : [`${what} in the bundle are not those of this release`]
}

function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutSecrets)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).filter(([key]) => !isSecretKey(key))
  return Object.fromEntries(members.map(([key, item]) => [key, withoutSecrets(item)]))
}

function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}
