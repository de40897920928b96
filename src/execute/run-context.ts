import type { KeyQuestion } from '../keys/places.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Transport } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { PublishedKeys } from '../model/published-keys.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { WebhookReceiver } from '../model/webhook.ts'
import type { IdSource } from '../request/scope.ts'
import type { Silence } from './silence.ts'

/** What every storyboard of a run shares. */
export interface RunContext {
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  readonly clock: { now(): number }
  readonly ids: IdSource
  readonly dates: 'shift' | 'as-written'
  readonly runner: JsonObject
  /** Named principals that have credentials of their own; 'default' always has. */
  readonly principals: ReadonlySet<string>
  /** Aborted with 'deadline', 'SIGINT' or 'SIGTERM'. */
  readonly signal: AbortSignal
  readonly silence: Silence
  /** Where agents can call back; absent when the run hosts no receiver. */
  readonly webhooks?: WebhookReceiver
  /** Resolves when the next call may be made. */
  pause(): Promise<void>
  /** Opens a line as a principal. @throws AgentUnavailable */
  connect(principal: string): Promise<Transport>
  /** What the agent publishes beside its tasks, fetched once for each question. Never rejects. */
  publishedKeys?(question: Omit<KeyQuestion, 'agentUrl' | 'declaredOrigin'>): Promise<PublishedKeys>
  emit(event: RunEvent): void
}
