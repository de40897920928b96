import type { ScopeRequest } from '../load/scope.ts'
import type { adcpVersions } from '../model/adcp-version.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { IdSource } from '../request/scope.ts'
import type { Credentials } from '../transport/index.ts'

export interface RunOptions {
  /** The agent's MCP endpoint. */
  readonly url: string
  readonly credentials: Credentials & { readonly principals?: Readonly<Record<string, Credentials>> }
  readonly adcpVersion: keyof typeof adcpVersions
  /** The folder of installed bundles; needed for a version whose schemas this build does not carry. */
  readonly bundles?: string
  readonly scope: ScopeRequest
  /** A test kit file that takes the place of those that storyboards name. */
  readonly testKit?: string
  readonly dates: 'shift' | 'as-written'
  readonly limits: Limits
  readonly clock: { now(): number }
  readonly ids: IdSource
  /** Abort it with 'SIGINT' or 'SIGTERM' to end the run with a partial report. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: RunEvent) => void
}

export interface Limits {
  readonly callTimeoutMs: number
  readonly stepTimeoutMs: number
  readonly runTimeoutMs: number
  readonly maxBodyBytes: number
  /** Pause before each call, for agents that limit how often they may be called. */
  readonly delayMs?: number
}

export const defaultLimits: Limits = {
  callTimeoutMs: 30_000,
  stepTimeoutMs: 60_000,
  runTimeoutMs: 600_000,
  maxBodyBytes: 8 * 1024 * 1024,
}
