import type { Json, JsonObject } from '../model/json.ts'
import type { RequirementReport, RunReport, RunScope, StoryboardReport } from '../model/run-report.ts'
import { cutJson, cutText, members, replyLimit } from './machine-size.ts'
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
    agent: agentOf(report),
    settings: settingsOf(report),
    run_summary: runSummary(report),
    counts: countsOf(report),
    requirements: report.requirements.map(requirementOf),
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
  })
}

function scopeOf(scope: RunScope): JsonObject {
  return scope.kind === 'profile'
    ? { kind: scope.kind, id: scope.id, title: scope.title, digest: scope.digest }
    : { kind: scope.kind, storyboards: scope.storyboards }
}

function agentOf({ agent, target }: RunReport): JsonObject {
  return members({
    url: target.url,
    protocol: target.protocol,
    server: agent?.server && members({ name: agent.server.name, version: agent.server.version }),
    tools: agent?.tools,
    supported_protocols: agent?.supportedProtocols,
    specialisms: agent?.specialisms,
    experimental_features: agent?.experimentalFeatures,
    capabilities: agent?.capabilities && cutJson(agent.capabilities, replyLimit),
  })
}

function settingsOf({ settings }: RunReport): JsonObject {
  return members({
    dates: settings.dates,
    call_timeout_ms: settings.callTimeoutMs,
    step_timeout_ms: settings.stepTimeoutMs,
    run_timeout_ms: settings.runTimeoutMs,
    test_kit: settings.testKit,
  })
}

function countsOf({ counts }: RunReport): JsonObject {
  return {
    storyboards: { ...counts.storyboards },
    steps: { ...counts.steps },
    validations: { ...counts.validations },
    requirements: { ...counts.requirements },
    calls: counts.calls,
    http_requests: counts.httpRequests,
  }
}

function requirementOf(row: RequirementReport): JsonObject {
  return members({
    id: row.id,
    level: row.level,
    statement: row.statement,
    status: row.status,
    reason: row.reason,
    remediation: row.remediation,
    source: row.source,
    url: row.url,
    steps: row.steps,
  })
}

function storyboardOf(board: StoryboardReport, remediations: ReadonlyMap<string, string>): Json {
  const phases = board.phases.map(({ id, title, status, steps }) => ({
    id,
    title,
    status,
    steps: steps.map((step) => stepResult(step, remediations)),
  }))
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
