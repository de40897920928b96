import { join } from 'node:path'
import { EvidenceRefused } from '../errors.ts'
import { packageRoot } from '../load/package-root.ts'
import { importValidator } from '../load/validator.ts'
import type { JsonObject } from '../model/json.ts'
import { type Entries, sha256, unpack } from './container.ts'
import { guarded } from './guarded.ts'
import type { Journal } from './journal.ts'
import { formatVersion, type Manifest } from './manifest.ts'
import type { Settled } from './play-run.ts'
import type { BoardRecord, ScopeRecord } from './scope-record.ts'

/** An evidence bundle whose every byte is as it was packed. That its verdict follows is another question. */
export interface Bundle {
  /** SHA-256, in hex, of the whole file. */
  readonly sha256: string
  readonly manifest: Manifest
  readonly report: JsonObject
  readonly journal: Journal
  readonly scope: ScopeRecord
  readonly settled: readonly Settled[]
}

/**
 * Reads an evidence bundle.
 * @throws EvidenceRefused when it was changed, is none, or was made by a newer release
 */
export function openBundle(bytes: Uint8Array): Promise<Bundle> {
  return guarded('it holds no evidence', () => read(bytes))
}

async function read(bytes: Uint8Array): Promise<Bundle> {
  const entries = unpack(bytes)
  const manifest = await manifestIn(entries)
  assertEntries(entries, manifest)
  const known = new Set(['manifest.json', 'exchanges.ndjson'])
  const file = <T>(name: string): T => {
    known.add(name)
    return parsed(entries, name) as T
  }
  const bundle: Bundle = {
    sha256: sha256(bytes),
    manifest,
    report: file('report.json'),
    journal: {
      stage: manifest.stage,
      moments: file('moments.json'),
      crossings: lines(entries),
      deliveries: file('webhooks.json'),
      peerRequests: file<Journal['peerRequests']>('peer.json'),
    },
    scope: scopeIn(entries, file),
    settled: file('settled.json'),
  }
  for (const name of entries.keys())
    if (!known.has(name)) throw new EvidenceRefused(`it holds a file ${name}, which no evidence has`)
  return bundle
}

async function manifestIn(entries: Entries): Promise<Manifest> {
  const text = textOf(entries, 'manifest.json')
  const manifest = parsedJson(text, 'manifest.json') as Partial<Manifest> | null
  const version = manifest?.format_version
  if (typeof version === 'number' && version > formatVersion)
    throw new EvidenceRefused(
      `the bundle has format ${version}, and this release knows ${formatVersion}: use the release that made it, ${String(manifest?.tool?.version)}, or a newer one`,
    )
  const validate = await importValidator(join(packageRoot(), 'dist', 'validators', 'evidence-manifest.mjs'), 'validate')
  const [first] = validate(manifest)
  if (first)
    throw new EvidenceRefused(`manifest.json is not one of evidence: ${first.instancePath || '/'} ${first.message}`)
  return asJson(text, 'manifest.json', 1) as Manifest
}

function assertEntries(entries: Entries, manifest: Manifest): void {
  const listed = Object.keys(manifest.entries)
  for (const name of entries.keys())
    if (name !== 'manifest.json' && !listed.includes(name)) throw new EvidenceRefused(`${name} is not in the manifest`)
  for (const [name, stamp] of Object.entries(manifest.entries)) {
    const text = entries.get(name)
    if (text === undefined) throw new EvidenceRefused(`${name} is missing`)
    if (sha256(text) !== stamp.sha256 || Buffer.byteLength(text) !== stamp.bytes)
      throw new EvidenceRefused(`${name} was changed: its digest is another`)
  }
}

function lines(entries: Entries): Journal['crossings'] {
  const text = textOf(entries, 'exchanges.ndjson')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => asJson(line, 'exchanges.ndjson', 0) as Journal['crossings'][number])
}

function scopeIn(entries: Entries, file: <T>(name: string) => T): ScopeRecord {
  const { storyboards, ...about } = file<
    Omit<ScopeRecord, 'boards' | 'kits' | 'catalogue'> & { storyboards: string[] }
  >('scope.json')
  const kits = [...entries.keys()]
    .filter((name) => name.startsWith('test-kits/'))
    .map((name) => file<{ file: string; kit: ScopeRecord['kits'][string] }>(name))
  return {
    ...about,
    boards: storyboards.map((id) => file<BoardRecord>(`storyboards/${encodeURIComponent(id)}.json`)),
    kits: Object.fromEntries(kits.map(({ file: name, kit }) => [name, kit])),
    catalogue: file('requirements.json'),
  }
}

function parsed(entries: Entries, name: string): unknown {
  return asJson(textOf(entries, name), name, 1)
}

function textOf(entries: Entries, name: string): string {
  const text = entries.get(name)
  if (text === undefined) throw new EvidenceRefused(`${name} is missing: this is no evidence bundle`)
  return text
}

/** A member that stands there twice, as some readers take the first and some the last, is nothing that this program writes. */
function asJson(text: string, name: string, indent: number): unknown {
  const value = parsedJson(text, name)
  const written = JSON.stringify(value, null, indent)
  if (text === (indent > 0 ? `${written}\n` : written)) return value
  throw new EvidenceRefused(`${name} is not written as this program writes it`)
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new EvidenceRefused(`${name} holds no JSON`)
  }
}
