import { UsageError } from '../errors.ts'
import { equalJson } from '../json/equal.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import type { RunScope } from '../model/run-report.ts'
import { isSecretKey } from '../report/redact-text.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import type { Bundle } from './open-bundle.ts'
import { type ScopeRecord, scopeRecord } from './scope-record.ts'

/**
 * What of the rules in a bundle is not what this release publishes under the same name: sentences. None for a run of what
 * nobody publishes: storyboards that were named one by one.
 */
export async function otherRules(bundle: Bundle, bundles?: string): Promise<readonly string[]> {
  const { scope, adcp } = bundle.manifest.run
  const known = publishedAs(scope)
  if (!known) return []
  try {
    const options = { release: adcp.release, ...(bundles !== undefined && { bundles }) }
    return unlikePublished(bundle, await prepare(adcp.line, known, options))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return [`this release does not publish what the run was graded by: ${error.message}`]
  }
}

/** How to ask for the rules of this scope as they are published; undefined where none are. */
export function publishedAs(
  scope: RunScope,
): { readonly kind: 'profile'; readonly id: string } | { readonly kind: 'suite'; readonly id: 'official' } | undefined {
  if (scope.kind === 'profile') return { kind: 'profile', id: scope.id }
  return scope.kind === 'suite' && scope.id.startsWith('official@') ? { kind: 'suite', id: 'official' } : undefined
}

function unlikePublished({ scope, manifest }: Bundle, published: Prepared): readonly string[] {
  const ours = scopeRecord(published.scope)
  const stamp = manifest.self_test ?? published.selfTest
  return [
    ...unlike('another profile', [scope.scope, manifest.run.scope], [ours.scope, ours.scope]),
    ...unlike('another AdCP version', manifest.run.adcp, published.adcp),
    ...unlike('another list of requirements', scope.requirements, ours.requirements),
    ...unlike('other requirements', scope.catalogue, ours.catalogue),
    ...unlike('other storyboards', boardsOf(scope), boardsOf(ours)),
    ...unlike('another list of what was not selected', restOf(scope), restOf(ours)),
    // Kits that were given by the operator are said to be: see the manner of the run.
    ...(manifest.manner.test_kit === undefined ? unlike('other test kits', kitsOf(scope), kitsOf(ours)) : []),
    ...unlike('other results of the self-test', stamp, published.selfTest),
  ]
}

/** All of each storyboard but the name of its kit: an operator may have given another. */
function boardsOf({ boards }: ScopeRecord) {
  return boards.map(({ kit: _, ...board }) => board)
}

function restOf({ notSelected, families }: ScopeRecord) {
  return { notSelected, families }
}

/** The kit of each storyboard. Secrets in a record were hidden. */
function kitsOf({ boards, kits }: ScopeRecord) {
  return boards.map(({ kit }) => withoutSecrets((kits[kit ?? ''] ?? null) as unknown as Json))
}

function unlike(what: string, recorded: unknown, published: unknown): readonly string[] {
  return equalJson(asJson(recorded), asJson(published)) ? [] : [`the bundle has ${what} than this release publishes`]
}

function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withoutSecrets)
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).filter(([key]) => !isSecretKey(key))
  return Object.fromEntries(members.map(([key, item]) => [key, withoutSecrets(item)]))
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}
