import type { RunReport } from '../model/run-report.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { conformantParts } from '../reference/governance-agent/parts.ts'
import type { Variant } from '../reference/variants/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { generateGovernanceKeys } from '../token/keys.ts'
import { agentOf, runAgainst, runOver } from './agents.ts'
import { failedIn } from './failed-in.ts'
import { overLoopback } from './loopback.ts'

/** One row: a conformant agent, and every point that a whole run takes from it. */
export interface Fairness {
  readonly variant: string
  readonly verdict: RunReport['verdict']['status']
  /** `address  what was wrong`, for every validation that failed, advisory or not, and every step that was not passed for another reason. */
  readonly lost: readonly string[]
}

/** Runs each variant against everything that is prepared; rows in the same order. */
export async function variantMatrix(variants: readonly Variant[], prepared: Prepared): Promise<readonly Fairness[]> {
  const waiting = variants.filter(({ waits }) => waits).map((variant) => fairness(variant, prepared))
  const rows = new Map<string, Fairness>()
  // One after the other: side by side they keep each other's HTTP connections idle until they are closed.
  for (const variant of variants) if (!variant.waits) rows.set(variant.id, await fairness(variant, prepared))
  for (const row of await Promise.all(waiting)) rows.set(row.variant, row)
  return variants.flatMap(({ id }) => rows.get(id) ?? [])
}

async function fairness(variant: Variant, prepared: Prepared): Promise<Fairness> {
  return fairnessOf(variant.id, await runOf(variant, prepared))
}

/** What a whole run has taken from a conformant agent. */
export function fairnessOf(variant: string, report: RunReport): Fairness {
  return { variant, verdict: report.verdict.status, lost: lostIn(report) }
}

async function runOf(variant: Variant, prepared: Prepared): Promise<RunReport> {
  const { vary, keys = generateGovernanceKeys, wire, waits } = variant
  const parts = vary ? vary(conformantParts) : conformantParts
  const agent = agentOf(prepared, await keys('self-test'), parts, ...(waits ? [{ now: Date.now }] : []))
  if (wire === undefined) return runAgainst(agent, prepared)
  return overLoopback(agent, wire, (connection) => runOver(connection, prepared, agent.clock))
}

function lostIn(report: RunReport): readonly string[] {
  const failures = failedIn(report)
  const blamed = new Set(failures.map(({ address }) => address))
  const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps))
  const stuck = steps.filter(({ address, verdict }) => isStuck(verdict) && !blamed.has(address))
  return [
    ...failures.map(({ address, message }) => `${address}  ${message}`),
    ...stuck.map(
      ({ address, verdict }) => `${address}  ${verdict.status}${'detail' in verdict ? `: ${verdict.detail}` : ''}`,
    ),
  ]
}

/** Of several ways that a storyboard offers, an agent takes one; the others take nothing from it. */
function isStuck(verdict: StepVerdict): boolean {
  if (verdict.status !== 'not_applicable') return verdict.status !== 'passed'
  return verdict.reason !== 'peer_branch_taken'
}
