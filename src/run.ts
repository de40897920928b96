import { AgentUnavailable } from './errors.ts'
import { runBoard } from './execute/run-board.ts'
import type { RunContext } from './execute/run-context.ts'
import { Silence } from './execute/silence.ts'
import { countAll } from './judge/counts.ts'
import { requirementVerdicts } from './judge/requirement-verdicts.ts'
import { runVerdict } from './judge/run-verdict.ts'
import { openSchemaSet } from './load/schemas.ts'
import { type LoadedScope, loadScope, type ScopeRequest } from './load/scope.ts'
import { toolVersion } from './load/tool-version.ts'
import { type AdcpVersion, adcpVersions } from './model/adcp-version.ts'
import type { AgentProfile } from './model/agent-profile.ts'
import type { RunEvent } from './model/run-event.ts'
import type { RunReport, RunVerdict, StoryboardReport } from './model/run-report.ts'
import type { SchemaSet } from './model/schema-set.ts'
import { planBoard } from './plan/build-plan.ts'
import { redact, redactStep } from './report/redact.ts'
import type { IdSource } from './request/scope.ts'
import { authHeaders, type Credentials, openMcp, parseAgentUrl, probe } from './transport/index.ts'

export interface RunOptions {
  /** The agent's MCP endpoint. */
  readonly url: string
  readonly credentials: Credentials & { readonly principals?: Readonly<Record<string, Credentials>> }
  readonly adcpVersion: keyof typeof adcpVersions
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
}

export const defaultLimits: Limits = {
  callTimeoutMs: 30_000,
  stepTimeoutMs: 60_000,
  runTimeoutMs: 600_000,
  maxBodyBytes: 8 * 1024 * 1024,
}

/**
 * Runs storyboards against one agent and returns the one verdict object, without secrets.
 * What the agent does wrong is in the report, including that it could not be reached (`verdict.status` is then `unreachable`).
 * @throws AuthoringError when a storyboard, kit or profile is wrong; nothing was sent then.
 * @throws UsageError when an option is.
 */
export async function run(options: RunOptions): Promise<RunReport> {
  const url = parseAgentUrl(options.url).href
  const adcp = adcpVersions[options.adcpVersion]
  const schemas = await openSchemaSet(adcp.release)
  const scope = await loadScope(options.scope, options.testKit)
  const stop = stopAfter(options)
  try {
    return await runScope({ ...options, url }, { adcp, schemas, scope, signal: stop.signal })
  } finally {
    stop.done()
  }
}

interface Prepared {
  readonly adcp: AdcpVersion
  readonly schemas: SchemaSet
  readonly scope: LoadedScope
  readonly signal: AbortSignal
}

async function runScope(options: RunOptions, prepared: Prepared): Promise<RunReport> {
  const started = options.clock.now()
  const emit = safely(options)
  emit({ kind: 'contacting', url: options.url })
  const contact = await firstContact(options, prepared)
  if (contact instanceof AgentUnavailable) {
    return finish(options, prepared, started, {
      boards: [],
      verdict: { status: 'unreachable', reason: contact.message },
    })
  }
  const plan = prepared.scope.boards.map((board) => planBoard(board, contact, prepared.schemas))
  emit({
    kind: 'run_started',
    agent: contact,
    storyboards: plan.length,
    steps: plan.reduce((sum, { steps }) => sum + steps.length, 0),
  })
  const context = runContext(options, prepared, emit)
  const boards: StoryboardReport[] = []
  for (const board of plan) boards.push(await runBoard(board, context))
  return finish(options, prepared, started, { boards, agent: contact })
}

async function firstContact(
  options: RunOptions,
  { schemas, signal }: Prepared,
): Promise<AgentProfile | AgentUnavailable> {
  try {
    return await probe(mcpOptions(options, signal, options.credentials), schemas)
  } catch (error) {
    if (error instanceof AgentUnavailable) return error
    throw error
  }
}

function runContext(
  options: RunOptions,
  { adcp, schemas, signal }: Prepared,
  emit: (event: RunEvent) => void,
): RunContext {
  const principals = options.credentials.principals ?? {}
  return {
    adcp,
    schemas,
    clock: options.clock,
    ids: options.ids,
    dates: options.dates,
    runner: { agent_url: options.url },
    principals: new Set(Object.keys(principals)),
    signal,
    silence: new Silence(),
    connect: (principal) => openMcp(mcpOptions(options, signal, principals[principal] ?? options.credentials)),
    emit,
  }
}

function mcpOptions(options: RunOptions, signal: AbortSignal, credentials: Credentials) {
  const { callTimeoutMs, stepTimeoutMs, maxBodyBytes } = options.limits
  return {
    url: options.url,
    headers: authHeaders(credentials),
    limits: { callTimeoutMs: Math.min(callTimeoutMs, stepTimeoutMs), maxBodyBytes },
    clock: options.clock,
    signal,
    clientInfo: { name: 'adcp-gov-comply', version: toolVersion() },
  }
}

/** One signal for the deadline of the run and for whoever ends it from outside; its reason says which. */
function stopAfter({ limits, signal }: RunOptions): { signal: AbortSignal; done(): void } {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort('deadline'), limits.runTimeoutMs)
  const passOn = () => controller.abort(signal?.reason)
  if (signal?.aborted) passOn()
  signal?.addEventListener('abort', passOn)
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', passOn)
    },
  }
}

interface Findings {
  readonly boards: readonly StoryboardReport[]
  readonly agent?: AgentProfile
  readonly verdict?: RunVerdict
}

function finish(options: RunOptions, { adcp, scope, signal }: Prepared, started: number, found: Findings): RunReport {
  const finished = options.clock.now()
  const steps = found.boards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  const requirements = requirementVerdicts(scope.requirements, steps, scope.catalogue)
  const stopped = signal.aborted ? { stopped: signal.reason as NonNullable<RunVerdict['stopped']> } : {}
  const report: RunReport = {
    tool: { name: 'adcp-gov-comply', version: toolVersion() },
    runId: options.ids.uuid(),
    startedAt: new Date(started).toISOString(),
    finishedAt: new Date(finished).toISOString(),
    durationMs: finished - started,
    target: { url: options.url, protocol: 'mcp' },
    adcp,
    settings: settingsOf(options),
    scope: scope.scope,
    ...(found.agent ? { agent: found.agent } : {}),
    verdict: found.verdict ?? runVerdict({ steps, requirements, ...stopped }),
    counts: countAll(found.boards, steps, requirements),
    storyboards: found.boards,
    notSelected: scope.notSelected,
    requirements,
  }
  const safe = redact(report, secretsOf(options))
  options.onEvent?.({ kind: 'run_finished', report: safe })
  return safe
}

function settingsOf({ dates, limits, testKit }: RunOptions): RunReport['settings'] {
  const { callTimeoutMs, stepTimeoutMs, runTimeoutMs } = limits
  return { dates, callTimeoutMs, stepTimeoutMs, runTimeoutMs, ...(testKit === undefined ? {} : { testKit }) }
}

function safely({ onEvent, ...options }: RunOptions): (event: RunEvent) => void {
  const secrets = secretsOf(options)
  return (event) =>
    onEvent?.(event.kind === 'step_finished' ? { ...event, step: redactStep(event.step, secrets) } : event)
}

function secretsOf({ credentials }: Pick<RunOptions, 'credentials'>): readonly string[] {
  return [credentials, ...Object.values(credentials.principals ?? {})].flatMap(({ token, headers }) => [
    ...(token === undefined ? [] : [token, ...token.split(' ')]),
    ...Object.values(headers ?? {}),
  ])
}
