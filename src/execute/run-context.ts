import type { Judged } from '../judge/judge-step.ts'
import type { KeyQuestion } from '../keys/places.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Transport } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Speaker } from '../model/speaker.ts'
import type { WebhookReceiver } from '../model/webhook.ts'
import type { IdSource } from '../request/scope.ts'
import type { PeerHost } from './peer/peer-host.ts'
import type { Probes } from './pseudo/probes.ts'
import type { Silence } from './silence.ts'

/** What an agent publishes is asked for; `from` is the address of that agent, in a run against several. */
export type PublishedQuestion = Omit<KeyQuestion, 'agentUrl' | 'declaredOrigin' | 'trust'> & { readonly from?: string }

/** What every storyboard of a run shares. */
export interface RunContext {
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  readonly clock: { now(): number }
  readonly ids: IdSource
  readonly dates: 'shift' | 'as-written'
  readonly runner: JsonObject
  /** What `$context.<name>` stands for before the first step of a storyboard. */
  readonly given?: JsonObject
  /** The only agent of the run, or its default one. */
  readonly agent?: AgentProfile
  /** All agents by key, in a run against several; then each step is routed to one of them. */
  readonly agents?: ReadonlyMap<string, AgentProfile>
  /** The key of the agent that takes what no other claims, when the storyboard names none. */
  readonly defaultAgent?: string
  /** Named principals that have credentials of their own; 'default' always has. */
  readonly principals: ReadonlySet<string>
  /** Aborted with 'deadline', 'SIGINT', 'SIGTERM' or 'SIGHUP'. */
  readonly signal: AbortSignal
  readonly silence: Silence
  /** The most that one step may take, all its calls and waits together, in milliseconds. */
  readonly stepTimeoutMs: number
  /** Where agents can call back; absent when the run hosts no receiver. */
  readonly webhooks?: WebhookReceiver
  /** The governance agent that the run hosts, for storyboards that say so. */
  readonly peer?: PeerHost
  /** Plain HTTP, keys and vectors, for steps that are no AdCP task; absent in a run that reaches nothing but its agent. */
  readonly probes?: Probes
  /** What no report may show and no agent may repeat; grows as lines are opened. */
  secrets(): readonly string[]
  /** Resolves when the next call may be made. */
  pause(): Promise<void>
  /** Resolves after the time, or when the run ends. */
  wait(milliseconds: number): Promise<void>
  /** Opens a line. @throws AgentUnavailable */
  connect(speaker: Speaker): Promise<Transport>
  /** What the agent publishes beside its tasks, fetched once for each question. Never rejects. */
  publishedKeys?(question: PublishedQuestion): Promise<PublishedKeys>
  /** Sees what a step was judged, and may say what was judged before, where a run is played again. */
  settle?(address: string, judged: Judged): Judged
  emit(event: RunEvent): void
}
