import type { RequirementCounts, StatusCounts } from '../model/run-report.ts'

/** `MUST 94 of 96 satisfied, 2 violated` and the same of SHOULD; a group with nothing in it is left out. */
export function requirementsInWords({ must, should }: RequirementCounts): readonly string[] {
  return [...groupInWords('MUST', must), ...groupInWords('SHOULD', should)]
}

function groupInWords(name: string, counts: StatusCounts): readonly string[] {
  const { satisfied, violated, not_exercised, not_applicable } = counts
  const all = satisfied + violated + not_exercised + not_applicable
  if (all === 0) return []
  const others = (['violated', 'not_exercised', 'not_applicable'] as const).filter((status) => counts[status] > 0)
  const rest = others.map((status) => `, ${counts[status]} ${inWords(status)}`)
  return [`${name} ${satisfied} of ${all} satisfied${rest.join('')}`]
}

/** `not_exercised` as people write it. */
export function inWords(status: string): string {
  return status.replaceAll('_', ' ')
}
