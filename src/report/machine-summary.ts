import type { Json, JsonObject } from '../model/json.ts'
import type { RunReport, StepReport, StoryboardReport } from '../model/run-report.ts'
import type { Status } from '../model/verdict.ts'
import { canonicalSkip } from './machine-step.ts'

/** runner-output-contract, run_summary. An errored step counts as failed, a blocked one as skipped: never as passed. */
export function runSummary(report: RunReport): JsonObject {
  return { ...stepTotals(stepsOf(report.storyboards)), tracks: tracks(report), schemas_used: schemasUsed(report) }
}

function stepTotals(steps: readonly StepReport[]): Record<string, number> {
  const having = (...statuses: Status[]) => steps.filter((step) => statuses.includes(step.verdict.status)).length
  return {
    total_steps: steps.length,
    steps_passed: having('passed'),
    steps_failed: having('failed', 'errored'),
    steps_skipped: having('blocked', 'not_applicable'),
  }
}

function tracks({ storyboards }: RunReport): Json {
  const names = [...new Set(storyboards.map(trackOf))]
  return names.map((track) => {
    const steps = stepsOf(storyboards.filter((board) => trackOf(board) === track))
    return { track, status: trackStatus(steps), ...stepTotals(steps), skips: skips(steps) }
  })
}

function trackOf(board: StoryboardReport): string {
  return board.track ?? 'none'
}

function trackStatus(steps: readonly StepReport[]): string {
  const statuses = new Set(steps.map((step) => step.verdict.status))
  if (statuses.has('errored') || statuses.has('failed')) return 'failed'
  if (statuses.has('blocked')) return 'blocked'
  return statuses.has('passed') ? 'passed' : 'skipped'
}

/** How many steps were skipped for each of the contract's reasons. */
function skips(steps: readonly StepReport[]): JsonObject {
  const count: Record<string, number> = {}
  for (const reason of steps.map(canonicalSkip)) {
    if (reason !== undefined) count[reason] = (count[reason] ?? 0) + 1
  }
  return count
}

function schemasUsed({ storyboards }: RunReport): Json {
  const schemas = stepsOf(storyboards).flatMap((step) => step.validations.flatMap(({ schema }) => schema ?? []))
  const byId = new Map(schemas.map((schema) => [schema.id, schema.url]))
  return [...byId].map(([id, url]) => ({ schema_id: id, schema_url: url }))
}

function stepsOf(boards: readonly StoryboardReport[]): readonly StepReport[] {
  return boards.flatMap((board) => board.phases.flatMap((phase) => phase.steps))
}
