import type { Baseline } from '../model/baseline.ts'
import type { RequirementReport, RunReport } from '../model/run-report.ts'
import { verdictExitCode } from '../report/verdict-exit-code.ts'
import { compareBaseline, inWords } from './compare-baseline.ts'

/** What a run is asked beyond its verdict. */
export interface Gates {
  readonly failOn?: readonly ('warn' | 'incomplete')[]
  /** Per cent of the requirements in scope that must be exercised. */
  readonly minCoverage?: number
  readonly baseline?: Baseline
}

export interface Passed {
  /** That of the verdict, or what the gates make of it; see docs/gates.md. */
  readonly exitCode: number
  /** Why: sentences for people. Never empty when the exit code is not that of the verdict. */
  readonly lines: readonly string[]
}

/** Holds a finished run against its gates. The verdict itself is not changed. `today` is YYYY-MM-DD, UTC. */
export function passGates(report: RunReport, gates: Gates, today: string): Passed {
  const accepted = withBaseline(report, gates.baseline, today)
  const closed = [...warnings(report, gates), ...open(report, gates), ...uncovered(report, gates)]
  const lines = [...accepted.lines, ...closed]
  return { exitCode: accepted.exitCode === 0 && closed.length > 0 ? 1 : accepted.exitCode, lines }
}

/** Only failures can be expected: what errored, was incomplete, not reached or interrupted stays what it is. */
function withBaseline(report: RunReport, baseline: Baseline | undefined, today: string): Passed {
  const exitCode = verdictExitCode(report.verdict)
  if (!baseline || ![0, 1].includes(exitCode)) return { exitCode, lines: [] }
  const { expected, unexpected, faults } = compareBaseline(report, baseline, today)
  const wrong = [...faults, ...unexpected.map((failure) => `not in the baseline: ${inWords(failure)}`)]
  if (wrong.length > 0) return { exitCode: exitCode === 0 ? 1 : exitCode, lines: wrong }
  const steps = new Set(expected.map(({ step }) => step))
  const unexplained = report.requirements.filter((row) => !isExplained(row, steps))
  if (unexplained.length > 0)
    return {
      exitCode,
      lines: unexplained.map(({ id, status }) => `${id} is ${status}, which no step in the baseline explains`),
    }
  if (exitCode === 0 || report.verdict.stopped) return { exitCode, lines: [] }
  const sum = `${expected.length} expected ${expected.length === 1 ? 'failure' : 'failures'}, and no other`
  return { exitCode: 0, lines: [`the gate is passed with ${sum}; the verdict stays ${report.verdict.status}`] }
}

/** What is not satisfied rests on a step whose failure was expected. */
function isExplained({ level, status, steps, decidedBy }: RequirementReport, expected: ReadonlySet<string>): boolean {
  if (level === 'SHOULD' || status === 'satisfied' || status === 'not_applicable') return true
  return decidedBy !== undefined ? expected.has(decidedBy) : steps.some((step) => expected.has(step))
}

function warnings({ counts }: RunReport, { failOn = [] }: Gates): readonly string[] {
  const { warnings: count } = counts.validations
  return failOn.includes('warn') && count > 0
    ? [`--fail-on warn: ${count} ${count === 1 ? 'warning' : 'warnings'}`]
    : []
}

/** Also what decides nothing: a SHOULD, an optional step. */
function open({ counts }: RunReport, { failOn = [] }: Gates): readonly string[] {
  const { not_exercised: requirements } = counts.requirements
  const { blocked: steps } = counts.steps
  if (!failOn.includes('incomplete') || requirements + steps === 0) return []
  return [`--fail-on incomplete: ${requirements} requirements were not exercised, ${steps} steps were blocked`]
}

/** What the agent's claims take out of scope stays in the sum: claiming less must not raise the coverage. */
function uncovered(report: RunReport, { minCoverage }: Gates): readonly string[] {
  if (minCoverage === undefined) return []
  const { satisfied, violated, not_exercised, not_applicable } = report.counts.requirements
  const all = satisfied + violated + not_exercised + not_applicable
  const percent = all === 0 ? 0 : ((satisfied + violated) / all) * 100
  if (percent >= minCoverage) return []
  return [
    `--min-coverage ${minCoverage}: ${satisfied + violated} of ${all} requirements were exercised (${percent.toFixed(1)} %)`,
  ]
}
