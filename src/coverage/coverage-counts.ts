import type { CoverageRow } from './coverage.ts'

export interface CoverageCounts {
  readonly in_force: number
  /** All that can be seen from outside. */
  readonly observable: number
  readonly proven: number
  readonly graded_without_fault: number
  readonly not_graded: number
  readonly cannot_be_seen: number
}

export function coverageCounts(rows: readonly CoverageRow[]): CoverageCounts {
  const count = (status: CoverageRow['status']) => rows.filter((row) => row.status === status).length
  const cannot_be_seen = count('cannot_be_seen')
  return {
    in_force: rows.length,
    observable: rows.length - cannot_be_seen,
    proven: count('proven'),
    graded_without_fault: count('graded_without_fault'),
    not_graded: count('not_graded'),
    cannot_be_seen,
  }
}
