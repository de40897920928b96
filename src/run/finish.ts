import type { AgentUnavailable } from '../errors.ts'
import { countAll } from '../judge/counts.ts'
import { requirementVerdicts } from '../judge/requirement-verdicts.ts'
import { runVerdict } from '../judge/run-verdict.ts'
import { toolVersion } from '../load/tool-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { RequirementReport, RunReport, RunVerdict, StepReport, StoryboardReport } from '../model/run-report.ts'
import { redact } from '../report/redact.ts'
import type { Connection } from './connection.ts'
import type { Prepared, RunManner } from './run-prepared.ts'

interface Setting {
  readonly connection: Connection
  readonly prepared: Prepared
  readonly manner: RunManner
  readonly signal: AbortSignal
  readonly started: number
}

interface Findings {
  readonly boards: readonly StoryboardReport[]
  readonly agent?: AgentProfile
  readonly agents?: ReadonlyMap<string, AgentProfile>
  readonly unavailable?: AgentUnavailable
}

/** The one verdict object, without secrets. */
export function finish(setting: Setting, found: Findings): RunReport {
  const { connection, prepared, manner, started } = setting
  const finished = manner.clock.now()
  const steps = found.boards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  const requirements = requirementsOf(prepared, steps, found)
  const report: RunReport = {
    tool: { name: 'adcp-gov-comply', version: toolVersion() },
    runId: manner.ids.uuid(),
    startedAt: new Date(started).toISOString(),
    finishedAt: new Date(finished).toISOString(),
    durationMs: finished - started,
    target: { url: connection.url, protocol: found.agent?.protocol ?? 'mcp' },
    adcp: prepared.adcp,
    settings: settingsOf(manner),
    scope: prepared.scope.scope,
    ...(found.agent ? { agent: found.agent } : {}),
    ...(found.agents ? { agents: Object.fromEntries(found.agents) } : {}),
    verdict: verdictOf(setting, steps, requirements, found),
    counts: countAll(found.boards, steps, requirements),
    storyboards: found.boards,
    notSelected: prepared.scope.notSelected,
    requirements,
    ...(prepared.selfTest ? { selfTest: prepared.selfTest } : {}),
  }
  const safe = redact(report, connection.secrets)
  manner.onEvent?.({ kind: 'run_finished', report: safe })
  return safe
}

function requirementsOf({ scope }: Prepared, steps: readonly StepReport[], { unavailable }: Findings) {
  const graded = requirementVerdicts(scope.requirements, steps, scope.catalogue)
  const why = { reason: 'the agent was not reached', unblock: 'make the agent answer at its address, then run again' }
  return unavailable ? graded.map((row) => ({ ...row, ...why })) : graded
}

/** Whoever ended the run during first contact kept us from finding out whether the agent can be reached. */
function verdictOf(
  { signal }: Setting,
  steps: readonly StepReport[],
  requirements: readonly RequirementReport[],
  { unavailable }: Findings,
): RunVerdict {
  if (unavailable && !signal.aborted) return { status: 'unreachable', reason: unavailable.message }
  const stopped = signal.aborted ? { stopped: signal.reason as NonNullable<RunVerdict['stopped']> } : {}
  return runVerdict({ steps, requirements, ...stopped })
}

function settingsOf({ dates, limits, testKit, context }: RunManner): RunReport['settings'] {
  const { callTimeoutMs, stepTimeoutMs, runTimeoutMs } = limits
  return {
    dates,
    callTimeoutMs,
    stepTimeoutMs,
    runTimeoutMs,
    ...(testKit === undefined ? {} : { testKit }),
    ...(context && { context }),
  }
}
