import { setTimeout } from 'node:timers/promises'
import { AgentUnavailable } from '../errors.ts'
import { runBoard } from '../execute/run-board.ts'
import type { RunContext } from '../execute/run-context.ts'
import { Silence } from '../execute/silence.ts'
import type { LoadedScope } from '../load/scope.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { RunReport, SelfTestStamp, StoryboardReport } from '../model/run-report.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { planBoard } from '../plan/build-plan.ts'
import { redactStep } from '../report/redact.ts'
import type { Connection } from './connection.ts'
import { finish } from './finish.ts'
import { keysOnce } from './keys-once.ts'
import type { RunOptions } from './options.ts'
import { stopAfter } from './stop.ts'

/** All that a run needs before anything is sent; may serve many runs. */
export interface Prepared {
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  readonly scope: LoadedScope
  readonly selfTest?: SelfTestStamp
}

/** How a run goes, whatever it speaks to. */
export type RunManner = Pick<RunOptions, 'dates' | 'limits' | 'clock' | 'ids' | 'signal' | 'onEvent' | 'testKit'>

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
  const agent = await firstContact(connection, prepared, signal)
  if (agent instanceof AgentUnavailable) return finish(setting, { boards: [], unavailable: agent })
  const plan = prepared.scope.boards.map((board) => planBoard(board, agent, prepared.schemas))
  const steps = plan.reduce((sum, board) => sum + board.steps.length, 0)
  manner.onEvent?.({ kind: 'run_started', agent, storyboards: plan.length, steps })
  const context = {
    ...runContext(connection, prepared, manner, signal),
    publishedKeys: keysOnce(connection, agent, signal),
  }
  const boards: StoryboardReport[] = []
  for (const board of plan) boards.push(await runBoard(board, context))
  return finish(setting, { boards, agent })
}

/** What stands behind the question mark may be a key. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '')
}

async function firstContact(
  connection: Connection,
  { schemas }: Prepared,
  signal: AbortSignal,
): Promise<AgentProfile | AgentUnavailable> {
  try {
    return await connection.probe(schemas, signal)
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
    pause: () => pause(manner.limits.delayMs ?? 0, signal),
    connect: (principal) => connection.open(principal, signal),
    emit: (event) =>
      manner.onEvent?.(
        event.kind === 'step_finished' ? { ...event, step: redactStep(event.step, connection.secrets) } : event,
      ),
  }
}
