import { EvidenceRefused } from '../errors.ts'
import { edition } from '../load/edition.ts'
import { schemaDigest } from '../load/schema-digest.ts'
import { machineReport } from '../report/json.ts'
import { pack, sha256 } from './container.ts'
import { type Derivation, derive } from './derive.ts'
import { type HiddenEvidence, hiddenEvidence } from './hidden-evidence.ts'
import { formatVersion, type Manifest } from './manifest.ts'
import type { Recorded } from './record-run.ts'

export interface MadeBundle {
  readonly bytes: Uint8Array
  readonly manifest: Manifest
}

export interface BundleSetting {
  /** The folder of installed bundles of schemas. */
  readonly bundles?: string | undefined
  /** What the ids of the run were made from. */
  readonly idSeed?: string | undefined
}

/** Differences noted in a manifest: one is enough to say that a record proves nothing. */
const mostDifferences = 20

/**
 * Makes the evidence bundle of a run: without secrets, and played again once, so that it says itself what it can show.
 * @throws EvidenceRefused when the agent sent more than a bundle can hold
 */
export async function makeBundle(recorded: Recorded, setting: BundleSetting = {}): Promise<MadeBundle> {
  if (recorded.isTooLarge)
    throw new EvidenceRefused('the replies of this run are more than an evidence bundle can hold: none was written')
  const hidden = hiddenEvidence(recorded)
  const derivation = await derive(recorded, hidden)
  const files = filesOf(recorded, hidden, derivation)
  const manifest = await manifestOf(recorded, { hidden, derivation, files, setting })
  return { bytes: pack(new Map([...files, ['manifest.json', asText(manifest)]])), manifest }
}

function filesOf(
  { report }: Recorded,
  { journal, scope }: HiddenEvidence,
  { settled }: Derivation,
): ReadonlyMap<string, string> {
  const { boards, kits, catalogue, ...about } = scope
  const kitFiles = Object.entries(kits).map(
    ([file, kit], index) => [`test-kits/${index + 1}.json`, { file, kit }] as const,
  )
  const boardFiles = boards.map(
    (board) => [`storyboards/${encodeURIComponent(board.storyboard.id)}.json`, board] as const,
  )
  const order = boards.map(({ storyboard }) => storyboard.id)
  return new Map([
    ['report.json', asText(machineReport(report))],
    ['exchanges.ndjson', journal.crossings.map((crossing) => `${JSON.stringify(crossing)}\n`).join('')],
    ['webhooks.json', asText(journal.deliveries)],
    ['peer.json', asText(journal.peerRequests)],
    ['moments.json', asText(journal.moments)],
    ['settled.json', asText(settled)],
    ['scope.json', asText({ ...about, storyboards: order })],
    ['requirements.json', asText(catalogue)],
    ...[...boardFiles, ...kitFiles].map(([name, value]) => [name, asText(value)] as const),
  ])
}

interface Ingredients {
  readonly hidden: HiddenEvidence
  readonly derivation: Derivation
  readonly files: ReadonlyMap<string, string>
  readonly setting: BundleSetting
}

async function manifestOf(
  { report, prepared, manner }: Recorded,
  { hidden, derivation, files, setting }: Ingredients,
): Promise<Manifest> {
  const made = await edition()
  const { adcp, selfTest } = prepared
  const entries = [...files].map(([name, text]) => [name, { sha256: sha256(text), bytes: Buffer.byteLength(text) }])
  return {
    format: 'adcp-gov-comply evidence',
    format_version: formatVersion,
    tool: { ...report.tool, ...(made !== undefined && { edition: made }) },
    run: {
      id: report.runId,
      started_at: report.startedAt,
      finished_at: report.finishedAt,
      verdict: report.verdict.status,
      scope: report.scope,
      adcp,
    },
    schemas: { release: adcp.release, sha256: await schemaDigest(adcp.release, setting.bundles) },
    manner: {
      dates: manner.dates,
      limits: manner.limits,
      ...(manner.testKit !== undefined && { test_kit: manner.testKit }),
      ...(manner.seededState !== undefined && { seeded_state: manner.seededState }),
      ...(manner.context !== undefined && { context: hidden.hide(manner.context) }),
      ...(setting.idSeed !== undefined && { id_seed: setting.idSeed }),
    },
    stage: hidden.journal.stage,
    secrets: hidden.secrets,
    ...(selfTest && { self_test: selfTest }),
    settled: derivation.settled.length,
    not_derivable: derivation.differences.slice(0, mostDifferences),
    entries: Object.fromEntries(entries),
  }
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
