import type { RunCredentials } from '../auth/agent-credentials.ts'
import type { ScopeRequest } from '../load/scope.ts'
import type { adcpVersions } from '../model/adcp-version.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { OpenedPeer, PeerMode } from '../peers/peer-hosting.ts'
import type { WebhookMode } from '../peers/webhook-address.ts'
import type { IdSource } from '../request/scope.ts'

/** One agent, and what lets us in to it. */
export interface AgentOptions {
  /** The agent's endpoint: MCP, or the place whose well-known agent card says that it speaks A2A. */
  readonly url: string
  readonly credentials: RunCredentials
  /** 'auto' when absent: the address tells, or the agent is asked. */
  readonly protocol?: 'mcp' | 'a2a' | 'auto'
  /** A certificate to trust beside the usual ones, for an agent that has made its own; PEM. */
  readonly trust?: string
}

export interface RunOptions extends AgentOptions {
  /** A run against several agents: by key. `url` and `credentials` are then those of the default one. */
  readonly agents?: Readonly<Record<string, AgentOptions>>
  /** Key of the agent that takes the steps nobody else claims. */
  readonly defaultAgent?: string
  /** Who makes the calls; this program's own client when absent. */
  readonly client?: 'own' | 'official'
  /** Asks the official client what it makes of each reply; nothing more is sent to the agent. */
  readonly compareClients?: boolean
  /** The AdCP line that grades; any but 3.0 needs `bundles`. */
  readonly adcpVersion: keyof typeof adcpVersions
  /** An exact release of that line, such as 3.1.19; without it, the one that the build carries or the newest that is installed. */
  readonly release?: string
  /** The folder of installed bundles; needed for a version whose schemas this build does not carry. */
  readonly bundles?: string
  readonly scope: ScopeRequest
  /** A test kit file that takes the place of those that storyboards name. */
  readonly testKit?: string
  /** What `$context.<name>` stands for before the first step, for storyboards that name what no step captures. */
  readonly context?: Readonly<Record<string, string>>
  /** The operator vouches that the state which storyboards presuppose is at the agent. */
  readonly seededState?: boolean
  /** How agents can call back; without a word, over this machine alone. */
  readonly webhooks?: WebhookMode
  /** How the governance agent is hosted that storyboards for sellers need; without a word, over this machine alone. */
  readonly peer?: PeerMode
  /** Told of that agent once it listens, before anything is sent to the seller. */
  readonly onPeer?: (peer: OpenedPeer) => void | Promise<void>
  /** 'shift' moves dates that have become past by whole weeks; see docs/verdicts.md. */
  readonly dates: 'shift' | 'as-written'
  readonly limits: Limits
  /** Milliseconds since the epoch. */
  readonly clock: { now(): number }
  readonly ids: IdSource
  /** Abort it with 'SIGINT', 'SIGTERM' or 'SIGHUP' to end the run with a partial report. */
  readonly signal?: AbortSignal
  readonly onEvent?: (event: RunEvent) => void
}

/** Milliseconds, unless it says otherwise. */
export interface Limits {
  /** For one request and its answer. */
  readonly callTimeoutMs: number
  /** For a step with all its calls, a task that is followed to its end among them. */
  readonly stepTimeoutMs: number
  /** What was not reached by then is blocked. */
  readonly runTimeoutMs: number
  /** Bytes of one answer. */
  readonly maxBodyBytes: number
  /** Pause before each call, for agents that limit how often they may be called. */
  readonly delayMs?: number
}

/** 30 s a call, 60 s a step, ten minutes a run, 8 MiB an answer, no pause: those of the command line. */
export const defaultLimits: Limits = {
  callTimeoutMs: 30_000,
  stepTimeoutMs: 60_000,
  runTimeoutMs: 600_000,
  maxBodyBytes: 8 * 1024 * 1024,
}
