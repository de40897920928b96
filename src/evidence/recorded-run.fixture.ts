import { faults } from '../reference/faults/index.ts'
import { conformantParts } from '../reference/governance-agent/parts.ts'
import type { Connection } from '../run/connection.ts'
import { defaultLimits } from '../run/options.ts'
import type { Prepared, RunManner } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import { agentOf } from '../self-test/agents.ts'
import { overLoopback } from '../self-test/loopback.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { pack, sha256, unpack } from './container.ts'
import { makeBundle } from './make-bundle.ts'
import type { Manifest } from './manifest.ts'
import { type Recorded, recordRun } from './record-run.ts'

/** Storyboards that are quick, and with which an agent whose plans are leaky fails. */
export const quickBoards = ['governance_agent/budget', 'governance_agent/tokens']

export function preparedFor(names: readonly string[] = quickBoards): Promise<Prepared> {
  return prepare('3.0', { kind: 'storyboards', names })
}

/** Ids and times of the real world. */
export function realManner(more: Partial<RunManner> = {}): RunManner {
  const opaque = () => crypto.randomUUID().replaceAll('-', '').slice(0, 20)
  return {
    dates: 'shift',
    limits: defaultLimits,
    clock: { now: Date.now },
    ids: { uuid: () => crypto.randomUUID(), opaque },
    ...more,
  }
}

/** A recorded run against the reference agent over real HTTP, with this fault or none. */
export async function recordedRun(
  prepared: Prepared,
  { fault, manner = realManner() }: { readonly fault?: string; readonly manner?: RunManner } = {},
): Promise<Recorded> {
  const found = faults.find(({ id }) => id === fault)
  if (fault !== undefined && !found) throw new Error(`there is no fault ${fault}`)
  const parts = found ? found.break(conformantParts) : conformantParts
  const agent = agentOf(prepared, await generateGovernanceKeys('recorded'), parts)
  return overLoopback(agent, {}, (connection: Connection) => recordRun(connection, prepared, manner))
}

export async function bundleOf(recorded: Recorded): Promise<Uint8Array> {
  return (await makeBundle(recorded)).bytes
}

/** The bundle with some files changed, all written as this program writes them, and all digests as they then must be: what a patient forger would do. */
export function forged(
  bundle: Uint8Array,
  change: (files: Map<string, string>) => void,
  changeManifest: (manifest: Manifest) => object = (manifest) => manifest,
): Uint8Array {
  const files = new Map(unpack(bundle))
  change(files)
  const manifest = JSON.parse(files.get('manifest.json') ?? '{}')
  const others = [...files].filter(([name]) => name !== 'manifest.json').map(rewritten)
  manifest.entries = Object.fromEntries(
    others.map(([name, text]) => [name, { sha256: sha256(text), bytes: Buffer.byteLength(text) }]),
  )
  return pack(new Map([...others, ['manifest.json', asText(changeManifest(manifest))]]))
}

function rewritten([name, text]: readonly [string, string]): readonly [string, string] {
  return [name, name.endsWith('.json') ? asText(JSON.parse(text)) : text]
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
