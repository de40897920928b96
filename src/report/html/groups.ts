import type { RequirementReport, RunReport } from '../../model/run-report.ts'

/** Requirements that stand alike, under one heading. */
export interface Group {
  /** Where the heading is, for links. */
  readonly id: string
  readonly name: string
  /** The class that colours it. */
  readonly badge: RequirementReport['status'] | 'warning'
  /** Never empty. */
  readonly rows: readonly RequirementReport[]
}

/** What wants attention comes first. A SHOULD that does not hold decides nothing, and is not counted among the violated. */
export function requirementGroups({ requirements }: RunReport): readonly Group[] {
  const violated = requirements.filter(({ status }) => status === 'violated')
  const having = (status: RequirementReport['status']) => requirements.filter((row) => row.status === status)
  const groups: readonly Group[] = [
    { id: 'violated', name: 'violated', badge: 'violated', rows: violated.filter((row) => !isAdvice(row)) },
    { id: 'not-exercised', name: 'not exercised', badge: 'not_exercised', rows: having('not_exercised') },
    { id: 'not-followed', name: 'recommended, not followed', badge: 'warning', rows: violated.filter(isAdvice) },
    { id: 'satisfied', name: 'satisfied', badge: 'satisfied', rows: having('satisfied') },
    { id: 'not-applicable', name: 'not applicable', badge: 'not_applicable', rows: having('not_applicable') },
  ]
  return groups.filter(({ rows }) => rows.length > 0)
}

function isAdvice({ level }: RequirementReport): boolean {
  return level === 'SHOULD'
}
