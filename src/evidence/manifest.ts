import type { AdcpVersion } from '../model/adcp-version.ts'
import type { RunScope, SelfTestStamp } from '../model/run-report.ts'
import type { RunStatus } from '../model/verdict.ts'
import type { Limits } from '../run/options.ts'
import type { Difference } from './differences.ts'
import type { Stage } from './journal.ts'

/** The number of the format; a bundle with a greater one was made by a newer release. */
export const formatVersion = 1

/** manifest.json of an evidence bundle, as schemas/evidence-manifest.schema.json describes it. */
export interface Manifest {
  readonly format: 'adcp-gov-comply evidence'
  readonly format_version: number
  readonly tool: { readonly name: string; readonly version: string; readonly edition?: string }
  readonly run: {
    readonly id: string
    readonly started_at: string
    readonly finished_at: string
    readonly verdict: RunStatus
    readonly scope: RunScope
    readonly adcp: AdcpVersion
  }
  readonly schemas: SchemaStamp
  readonly manner: {
    readonly dates: 'shift' | 'as-written'
    readonly limits: Limits
    readonly test_kit?: string
    readonly seeded_state?: boolean
    /** What the operator gave for `$context.<name>`. */
    readonly context?: Readonly<Record<string, string>>
    /** What the ids of the run were made from, when it was asked for. */
    readonly id_seed?: string
  }
  readonly stage: Stage
  /** What stands for the secrets that the run was given. */
  readonly secrets: readonly string[]
  readonly self_test?: SelfTestStamp
  /** How many outcomes cannot be derived, because what they were judged by was hidden; settled.json holds them. */
  readonly settled: number
  /** Where the record did not give the same report as soon as it was made: then it proves nothing. */
  readonly not_derivable: readonly Difference[]
  /** Every other file of the bundle. */
  readonly entries: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>
}

/** Which JSON Schemas graded a run. */
export interface SchemaStamp {
  readonly release: string
  /** SHA-256, in hex, of all schemas of the release. */
  readonly sha256: string
}
