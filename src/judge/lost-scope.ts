import type { LostScope, RequirementReport } from '../model/run-report.ts'

/** The requirements that do not apply to the agent, by the reason; the reason that took most first. */
export function lostScopeOf(requirements: readonly RequirementReport[]): readonly LostScope[] {
  const groups = new Map<string, RequirementReport[]>()
  for (const row of requirements) {
    if (row.status !== 'not_applicable') continue
    const key = JSON.stringify([row.reason, row.evidence])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].flatMap(lossOf).sort((a, b) => b.requirements.length - a.requirements.length)
}

function lossOf(rows: readonly RequirementReport[]): readonly LostScope[] {
  const [first] = rows
  if (!first) return []
  const { reason = 'no reason is known', evidence } = first
  return [{ reason, ...(evidence ? { evidence } : {}), requirements: rows.map(({ id }) => id) }]
}
