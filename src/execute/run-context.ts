import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Transport } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { SchemaSet } from '../model/schema-set.ts'
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
  /** Opens a line as a principal. @throws AgentUnavailable */
  connect(principal: string): Promise<Transport>
  emit(event: RunEvent): void
}
