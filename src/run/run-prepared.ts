import { setTimeout } from 'node:timers/promises'
import { AgentUnavailable } from '../errors.ts'
import { runBoard } from '../execute/run-board.ts'
import type { RunContext } from '../execute/run-context.ts'
import { Silence } from '../execute/silence.ts'
import { blameSchemaErrors } from '../judge/schema-blame.ts'
import type { LoadedScope } from '../load/scope.ts'
import type { Vectors } from '../load/vectors.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { RunReport, SelfTestStamp, StoryboardReport } from '../model/run-report.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { needsWebhooks } from '../plan/needs-webhooks.ts'
import { redactStep } from '../report/redact.ts'
import type { Connection } from './connection.ts'
import { finish } from './finish.ts'
import { firstContact, type Met } from './first-contact.ts'
import { keysOnce } from './keys-once.ts'
import type { RunOptions } from './options.ts'
import { planScope } from './plan-scope.ts'
import { probesFor } from './probes.ts'
import { stopAfter } from './stop.ts'

/** All that a run needs before anything is sent; may serve many runs. */
export interface Prepared {
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  readonly scope: LoadedScope
  readonly selfTest?: SelfTestStamp
  /** The official test vectors of the release, where they are at hand. */
  readonly vectors?: Vectors
}

/** How a run goes, whatever it speaks to. */
export type RunManner = Pick<
  RunOptions,
  'dates' | 'limits' | 'clock' | 'ids' | 'signal' | 'onEvent' | 'testKit' | 'seededState' | 'webhooks'
>

/** First contact, plan, execution, verdict. Never rejects for what the agent did. */
export async function runPrepared(connection: Connection, prepared: Prepared, manner: RunManner): Promise<RunReport> {
  const stop = stopAfter(manner.limits.runTimeoutMs, manner.signal)
  try {
    return await contactAndRun(connection, prepared, manner, stop.signal)
  } finally {
    stop.done()
  }
}

async function contactAndRun(
  connection: Connection,
  prepared: Prepared,
  manner: RunManner,
  signal: AbortSignal,
): Promise<RunReport> {
  const setting = { connection, prepared, manner, signal, started: manner.clock.now() }
  manner.onEvent?.({ kind: 'contacting', url: withoutQuery(connection.url) })
  const met = await meet(connection, prepared, signal)
  if (met instanceof AgentUnavailable) return finish(setting, { boards: [], unavailable: met })
  const { agent } = met
  const { scope, plan, callbacks } = planScope(connection, met, prepared, manner)
  const steps = plan.reduce((sum, board) => sum + board.steps.length, 0)
  manner.onEvent?.({ kind: 'run_started', agent, storyboards: plan.length, steps })
  const receiver = callbacks.offered && plan.some(needsWebhooks) ? await callbacks.open() : undefined
  const { plain } = connection
  const { adcp, vectors } = prepared
  const context = {
    ...runContext(connection, prepared, manner, signal),
    ...met,
    ...(receiver && { webhooks: receiver }),
    ...(plain && { probes: probesFor({ plain, agent, adcp, vectors, clock: manner.clock, signal }) }),
    ...(connection.defaultAgent === undefined ? {} : { defaultAgent: connection.defaultAgent }),
    publishedKeys: keysOnce(connection, agent, signal),
  }
  const boards: StoryboardReport[] = []
  try {
    for (const board of plan) boards.push(await runBoard(board, context))
  } finally {
    await receiver?.close()
  }
  return finish(
    { ...setting, prepared: { ...prepared, scope } },
    { boards: blameSchemaErrors(boards, prepared.scope.catalogue, prepared.adcp), ...met },
  )
}

/** What stands behind the question mark may be a key. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '')
}

async function meet(
  connection: Connection,
  { schemas }: Prepared,
  signal: AbortSignal,
): Promise<Met | AgentUnavailable> {
  try {
    return await firstContact(connection, schemas, signal)
  } catch (error) {
    if (error instanceof AgentUnavailable) return error
    throw error
  }
}

/** Ends early when the run does. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return Promise.resolve()
  return setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}

function runContext(connection: Connection, prepared: Prepared, manner: RunManner, signal: AbortSignal): RunContext {
  return {
    adcp: prepared.adcp,
    schemas: prepared.schemas,
    clock: manner.clock,
    ids: manner.ids,
    dates: manner.dates,
    runner: { agent_url: connection.url },
    principals: connection.principals,
    signal,
    silence: new Silence(),
    stepTimeoutMs: manner.limits.stepTimeoutMs,
    pause: () => pause(manner.limits.delayMs ?? 0, signal),
    wait: (milliseconds) => pause(milliseconds, signal),
    secrets: () => connection.secrets,
    connect: (speaker) => connection.open(speaker, signal),
    emit: (event) =>
      manner.onEvent?.(
        event.kind === 'step_finished' ? { ...event, step: redactStep(event.step, connection.secrets) } : event,
      ),
  }
}
