import type { Json, JsonObject } from '../model/json.ts'
import type { RequirementReport, RunReport, RunScope, StoryboardReport } from '../model/run-report.ts'
import { agentRecord } from './machine-agent.ts'
import { evidenceRecord, requirementRecord } from './machine-requirement.ts'
import { cutText, members } from './machine-size.ts'
import { stepResult } from './machine-step.ts'
import { runSummary } from './machine-summary.ts'
import { verdictExitCode } from './verdict-exit-code.ts'

/**
 * The report for programs, as schemas/report.schema.json describes it: AdCP's runner output contract, snake_case,
 * with our own words beside it. Give it a redacted report.
 */
export function machineReport(report: RunReport): JsonObject {
  const remediations = remediationsOf(report.requirements)
  return members({
    report_version: '1',
    tool: { ...report.tool },
    run_id: report.runId,
    started_at: report.startedAt,
    finished_at: report.finishedAt,
    duration_ms: Math.round(report.durationMs),
    verdict: verdictOf(report),
    scope: scopeOf(report.scope),
    adcp: { version: report.adcp.line, release: report.adcp.release },
    agent: agentRecord(report.agent, report.target),
    agents: agentsOf(report),
    settings: settingsOf(report),
    run_summary: runSummary(report),
    counts: countsOf(report),
    requirements: report.requirements.map(requirementRecord),
    storyboards: report.storyboards.map((board) => storyboardOf(board, remediations)),
    not_selected: report.notSelected.map(({ storyboard, reason }) => ({ storyboard, reason })),
    self_test: selfTestOf(report),
  })
}

function verdictOf({ verdict }: RunReport): JsonObject {
  return members({
    status: verdict.status,
    reason: cutText(verdict.reason),
    exit_code: verdictExitCode(verdict),
    stopped: verdict.stopped,
    lost_scope: verdict.lostScope?.map(({ reason, evidence, requirements }) =>
      members({ reason: cutText(reason), evidence: evidenceRecord(evidence), requirements }),
    ),
  })
}

function scopeOf(scope: RunScope): JsonObject {
  return scope.kind !== 'selection'
    ? { kind: scope.kind, id: scope.id, title: scope.title, digest: scope.digest }
    : { kind: scope.kind, storyboards: scope.storyboards }
}

function agentsOf({ agents }: RunReport): JsonObject | undefined {
  if (!agents) return undefined
  return Object.fromEntries(Object.entries(agents).map(([key, agent]) => [key, agentRecord(agent, agent)]))
}

function settingsOf({ settings }: RunReport): JsonObject {
  return members({
    dates: settings.dates,
    call_timeout_ms: settings.callTimeoutMs,
    step_timeout_ms: settings.stepTimeoutMs,
    run_timeout_ms: settings.runTimeoutMs,
    test_kit: settings.testKit,
    context: settings.context,
  })
}

function countsOf({ counts }: RunReport): JsonObject {
  return {
    storyboards: { ...counts.storyboards },
    steps: { ...counts.steps },
    validations: { ...counts.validations },
    requirements: requirementCounts(counts.requirements),
    calls: counts.calls,
    http_requests: counts.httpRequests,
  }
}

function requirementCounts({ must, should, ...all }: RunReport['counts']['requirements']): JsonObject {
  return { ...all, must: { ...must }, should: { ...should } }
}

function storyboardOf(board: StoryboardReport, remediations: ReadonlyMap<string, string>): Json {
  const phases = board.phases.map(({ id, title, status, optional, steps }) =>
    members({ id, title, status, optional, steps: steps.map((step) => stepResult(step, remediations)) }),
  )
  return members({
    id: board.id,
    title: board.title,
    file: board.file,
    track: board.track,
    status: board.status,
    test_kit: board.testKit,
    phases,
  })
}

function selfTestOf({ selfTest }: RunReport): JsonObject | undefined {
  if (selfTest === undefined) return undefined
  const { digest, adcp, faults, killed, variants, leftInPeace } = selfTest
  return { digest, adcp_version: adcp, faults, killed, variants, left_in_peace: leftInPeace }
}

function remediationsOf(rows: readonly RequirementReport[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap((row) => (row.remediation === undefined ? [] : [[row.id, row.remediation] as const])))
}
