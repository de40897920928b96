import { UsageError } from '../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** What became of one requirement or step between two reports. */
export interface Change {
  /** The id of a requirement, or the address of a step. */
  readonly id: string
  /** `absent` where a report does not have it. */
  readonly before: string
  readonly after: string
}

export interface ReportComparison {
  readonly verdict: { readonly before: string; readonly after: string }
  readonly fixed: readonly Change[]
  readonly regressed: readonly Change[]
  /** Was proven, either way, and is not any more: blocked, or not exercised. */
  readonly newlyBlocked: readonly Change[]
  /** Was in scope and does not apply any more, or is gone. */
  readonly lostScope: readonly Change[]
}

type Sort = Exclude<keyof ReportComparison, 'verdict'>

/**
 * What became of each requirement and step of a machine report in another one.
 * @throws UsageError when either is none
 */
export function compareReports(before: Json, after: Json): ReportComparison {
  const [one, other] = [statusesIn(before, 'the first file'), statusesIn(after, 'the second file')]
  const ids = [...new Set([...one.byId.keys(), ...other.byId.keys()])]
  const changes = ids.map((id) => ({
    id,
    before: one.byId.get(id) ?? 'absent',
    after: other.byId.get(id) ?? 'absent',
  }))
  const sorted = (sort: Sort) => changes.filter((change) => sortOf(change) === sort)
  return {
    verdict: { before: one.verdict, after: other.verdict },
    fixed: sorted('fixed'),
    regressed: sorted('regressed'),
    newlyBlocked: sorted('newlyBlocked'),
    lostScope: sorted('lostScope'),
  }
}

/** Something that was proven is not any more. */
export function isWorse({ verdict, regressed, newlyBlocked, lostScope }: ReportComparison): boolean {
  const lost = regressed.length + newlyBlocked.length + lostScope.length
  return lost > 0 || (verdict.before === 'conformant' && verdict.after !== 'conformant')
}

const good = new Set(['satisfied', 'passed'])
const bad = new Set(['violated', 'failed', 'errored'])
const open = new Set(['not_exercised', 'blocked'])
const away = new Set(['not_applicable', 'absent'])

function sortOf({ before, after }: Change): Sort | undefined {
  if (before === after) return undefined
  if (good.has(after)) return bad.has(before) ? 'fixed' : undefined
  if (bad.has(after)) return bad.has(before) ? undefined : 'regressed'
  if (open.has(after)) return good.has(before) || bad.has(before) ? 'newlyBlocked' : undefined
  return away.has(before) ? undefined : 'lostScope'
}

function statusesIn(report: Json, which: string): { verdict: string; byId: ReadonlyMap<string, string> } {
  if (!isJsonObject(report) || report.report_version !== '1')
    throw new UsageError(`${which} is no machine report that this release knows. Make one with --json FILE`)
  const requirements = objectsIn(report.requirements).map((row) => [text(row.id), text(row.status)] as const)
  const phases = objectsIn(report.storyboards).flatMap((board) => objectsIn(board.phases))
  const steps = phases.flatMap((phase) =>
    objectsIn(phase.steps).map((step) => [text(step.address), text(step.status)] as const),
  )
  const verdict = isJsonObject(report.verdict) ? text(report.verdict.status) : ''
  return { verdict, byId: new Map([...requirements, ...steps]) }
}

function objectsIn(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? (list as readonly Json[]).filter(isJsonObject) : []
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
