import { EvidenceRefused } from '../errors.ts'
import { edition } from '../load/edition.ts'
import { officialFolder } from '../load/official.ts'
import { schemaDigest } from '../load/schema-digest.ts'
import { openSchemaSet } from '../load/schemas.ts'
import { toolVersion } from '../load/tool-version.ts'
import { openVectors } from '../load/vectors.ts'
import { adcpVersions } from '../model/adcp-version.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { RunReport } from '../model/run-report.ts'
import { machineReport } from '../report/json.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { type Difference, differencesBetween } from './differences.ts'
import { guarded } from './guarded.ts'
import type { Stray } from './journal-reader.ts'
import type { Bundle } from './open-bundle.ts'
import { type Play, type Played, playRun, type Settled } from './play-run.ts'
import { otherRules } from './published-rules.ts'
import { exchangeDigest } from './recorded-connection.ts'
import { recordDigest } from './recorded-peer.ts'
import { recordedScope } from './scope-record.ts'

/** What came out when the verdict of a bundle was derived again from its exchanges. */
export interface Verification {
  /**
   * `same`: the whole report follows from the record. `partly`: it does when what was hidden is taken as recorded.
   * `differs`: it does not follow. `not_derivable`: the bundle itself says that its record does not carry the run.
   */
  readonly status: 'same' | 'partly' | 'differs' | 'not_derivable'
  /** The report as this release derives it. */
  readonly report: RunReport
  readonly differences: readonly Difference[]
  readonly strays: readonly Stray[]
  /** Outcomes taken from the run as it recorded them. */
  readonly settled: readonly Settled[]
  /** What here is not as it was where the bundle was made: sentences. */
  readonly otherwise: readonly string[]
  /** What of the rules in the bundle is not what this release publishes: sentences. See `otherRules`. */
  readonly unpublished: readonly string[]
}

/**
 * Derives the report of a bundle anew: offline, from its exchanges, storyboards and kits, with the schemas that are at hand.
 * @throws EvidenceRefused when the record cannot be played
 * @throws UsageError when the schemas of its release are not at hand
 */
export function verifyBundle(bundle: Bundle, bundles?: string): Promise<Verification> {
  return guarded('its record cannot be played', () => derivedAnew(bundle, bundles))
}

async function derivedAnew(bundle: Bundle, bundles: string | undefined): Promise<Verification> {
  const { manifest, settled, report: wanted } = bundle
  assertDigests(bundle)
  const unpublished = await otherRules(bundle, bundles)
  const { report, strays, unasked } = await playRun(playOf(bundle, preparedOf(bundle, bundles)))
  const derived = { ...machineReport(report), tool: wanted.tool ?? null }
  const differences = [...aboutTheRun(bundle), ...differencesBetween(wanted, derived), ...aboutTheRest(unasked)]
  return {
    status: statusOf(bundle, differences),
    report,
    differences,
    strays,
    settled,
    otherwise: await otherwise(manifest, bundles),
    unpublished,
  }
}

/** What was graded, with the schemas that are at hand here. */
export function preparedOf({ manifest, scope }: Bundle, bundles?: string): Prepared {
  const { adcp } = manifest.run
  return {
    adcp,
    schemas: openSchemaSet(adcp.release, bundles),
    scope: recordedScope(scope),
    vectors: openVectors(officialFolder(adcp.release, bundles)),
    ...(manifest.self_test && { selfTest: manifest.self_test }),
  }
}

export function playOf({ manifest, journal, settled }: Bundle, prepared: Prepared): Play {
  const { dates, limits, test_kit: testKit, seeded_state: seededState, context } = manifest.manner
  const more = {
    ...(testKit !== undefined && { testKit }),
    ...(seededState !== undefined && { seededState }),
    ...(context && { context }),
  }
  return { journal, prepared, manner: { dates, limits, ...more }, secrets: manifest.secrets, settled }
}

/** What stands for something hidden: see pseudonyms. */
const name = /redacted|00000000-0000-4000-8000-/

/** An exchange in which nothing was hidden still has the digest that it had in the run. */
function assertDigests({ journal }: Bundle): void {
  for (const crossing of journal.crossings) {
    if (crossing.kind !== 'call' && crossing.kind !== 'poll') continue
    const { at, exchange, sha256 } = crossing
    if (exchangeDigest(exchange) !== sha256 && !name.test(JSON.stringify(exchange)))
      throw new EvidenceRefused(`an exchange of ${at} is not the one that was recorded: its digest is another`)
  }
  for (const request of journal.peerRequests)
    if (recordDigest(request) !== request.sha256 && !name.test(JSON.stringify(request)))
      throw new EvidenceRefused(
        `request ${request.order} to the hosted governance agent is not the one that was recorded: its digest is another`,
      )
}

/** The manifest repeats what the report says, and which fields an AdCP line has is no word of the bundle's. */
function aboutTheRun({ manifest, report, settled }: Bundle): readonly Difference[] {
  const { run, tool, schemas } = manifest
  const { line, release } = run.adcp
  const { status = null } = (report.verdict ?? {}) as JsonObject
  const { run_id = null, started_at = null, finished_at = null, scope = null, adcp = null, tool: by = null } = report
  return differencesBetween(
    asJson({
      run: { ...run, adcp: { version: line, release } },
      fields: run.adcp,
      tool: { name: tool.name, version: tool.version },
      schemas: schemas.release,
      settled: manifest.settled,
    }),
    asJson({
      run: { id: run_id, started_at, finished_at, verdict: status, scope, adcp },
      fields: { ...adcpVersions[line], release },
      tool: by,
      schemas: release,
      settled: settled.length,
    }),
    '/manifest',
  )
}

/** Whoever takes away an exchange, or adds one, leaves a record of another run. */
function aboutTheRest(unasked: Played['unasked']): readonly Difference[] {
  return unasked.map(({ at, kind }) => ({
    pointer: '/exchanges',
    recorded: `${kind} in ${at}, which the run does not ask`,
  }))
}

function asJson(value: object): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}

function statusOf({ manifest, settled }: Bundle, differences: readonly Difference[]): Verification['status'] {
  if (manifest.not_derivable.length > 0) return 'not_derivable'
  if (differences.length > 0) return 'differs'
  return settled.length > 0 ? 'partly' : 'same'
}

async function otherwise({ tool, schemas }: Bundle['manifest'], bundles?: string): Promise<readonly string[]> {
  const version = toolVersion()
  const here = await edition()
  const digest = await schemaDigest(schemas.release, bundles)
  return [
    ...(tool.version === version ? [] : [`it was made by version ${tool.version}, and this is ${version}`]),
    ...(tool.version === version && tool.edition !== here
      ? [`it was made by another build of version ${version}`]
      : []),
    ...(schemas.sha256 === digest ? [] : [`the schemas of AdCP ${schemas.release} here are another build of them`]),
  ]
}
