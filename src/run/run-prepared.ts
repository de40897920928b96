import { setTimeout } from 'node:timers/promises'
import { AgentUnavailable } from '../errors.ts'
import { PeerHost } from '../execute/peer/peer-host.ts'
import { runBoard } from '../execute/run-board.ts'
import type { RunContext } from '../execute/run-context.ts'
import { Silence } from '../execute/silence.ts'
import { blameSchemaErrors } from '../judge/schema-blame.ts'
import type { LoadedScope } from '../load/scope.ts'
import type { Vectors } from '../load/vectors.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { RunReport, SelfTestStamp, StoryboardReport } from '../model/run-report.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import { needsPeer } from '../plan/needs-peer.ts'
import { needsWebhooks } from '../plan/needs-webhooks.ts'
import { redactStep } from '../report/redact.ts'
import { agentWords } from './agent-words.ts'
import type { Connection } from './connection.ts'
import { finish } from './finish.ts'
import { firstContact, type Met } from './first-contact.ts'
import { givenContext } from './given-context.ts'
import { keysOnce } from './keys-once.ts'
import type { RunOptions } from './options.ts'
import { planScope } from './plan-scope.ts'
import { probesFor } from './probes.ts'
import type { Staging } from './staging.ts'
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
  | 'dates'
  | 'limits'
  | 'clock'
  | 'ids'
  | 'signal'
  | 'onEvent'
  | 'testKit'
  | 'seededState'
  | 'context'
  | 'webhooks'
  | 'peer'
  | 'onPeer'
> & { readonly staging?: Staging }

/** First contact, plan, execution, verdict. Never rejects for what the agent did. */
export async function runPrepared(connection: Connection, prepared: Prepared, manner: RunManner): Promise<RunReport> {
  const stop = stopAfter(manner.staging?.isTimeless ? longestTimer : manner.limits.runTimeoutMs, manner.signal)
  try {
    return await contactAndRun(connection, prepared, manner, stop.signal)
  } finally {
    stop.done()
  }
}

/** Milliseconds: a timer cannot count further. */
const longestTimer = 2 ** 31 - 1

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
  const { scope, plan, callbacks, hosting } = planScope(connection, met, prepared, manner)
  const steps = plan.reduce((sum, board) => sum + board.steps.length, 0)
  manner.onEvent?.({ kind: 'run_started', agent, storyboards: plan.length, steps })
  const peer = hosting.offered && plan.some(needsPeer) ? new PeerHost(await hosting.open(prepared)) : undefined
  const { words, secret } = agentWords(connection, manner)
  const guarded = withSecrets(connection, [secret, peer?.hosted.credential])
  const receiver = callbacks.offered && plan.some(needsWebhooks) ? await callbacks.open() : undefined
  const { plain } = connection
  const { adcp, vectors } = prepared
  const context = {
    ...runContext(guarded, prepared, manner, signal),
    ...met,
    given: givenContext(manner.context, met.agents),
    ...(peer && { peer }),
    runner: { agent_url: connection.url, ...words, ...peer?.addresses },
    ...(receiver && { webhooks: receiver }),
    ...(plain && { probes: probesFor({ plain, agent, adcp, vectors, clock: manner.clock, signal }) }),
    ...(connection.defaultAgent === undefined ? {} : { defaultAgent: connection.defaultAgent }),
    publishedKeys: keysOnce(connection, met, signal),
  }
  const boards: StoryboardReport[] = []
  try {
    for (const board of plan) boards.push(await runBoard(board, context))
  } finally {
    await Promise.all([receiver?.close(), peer?.peer.close()])
  }
  return finish(
    { ...setting, connection: guarded, prepared: { ...prepared, scope } },
    { boards: blameSchemaErrors(boards, prepared.scope.catalogue, prepared.adcp), ...met },
  )
}

/** The same connection, with more secrets that no report may show. */
function withSecrets(connection: Connection, given: readonly (string | undefined)[]): Connection {
  const more = given.filter((secret) => secret !== undefined)
  if (more.length === 0) return connection
  return Object.create(connection, { secrets: { get: () => [...connection.secrets, ...more] } }) as Connection
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

function runContext(
  connection: Connection,
  prepared: Prepared,
  manner: RunManner,
  signal: AbortSignal,
): Omit<RunContext, 'runner'> {
  const { staging } = manner
  const wait = staging?.wait ?? ((milliseconds: number) => pause(milliseconds, signal))
  return {
    adcp: prepared.adcp,
    schemas: prepared.schemas,
    clock: manner.clock,
    ids: manner.ids,
    dates: manner.dates,
    principals: connection.principals,
    signal,
    silence: new Silence(),
    stepTimeoutMs: manner.limits.stepTimeoutMs,
    pause: () => wait(manner.limits.delayMs ?? 0),
    wait,
    ...(staging?.settle && { settle: staging.settle }),
    secrets: () => connection.secrets,
    connect: (speaker) => connection.open(speaker, signal),
    emit: (event) =>
      manner.onEvent?.(
        event.kind === 'step_finished' ? { ...event, step: redactStep(event.step, connection.secrets) } : event,
      ),
  }
}
