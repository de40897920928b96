import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Kill } from './kill-matrix.ts'
import type { Fairness } from './variant-matrix.ts'

/**
 * SHA-256, in hex, over the RFC 8785 form of what a self-test found: the version, whether each fault was killed, how many points
 * each variant lost. Nothing in it depends on time, machine or order, so whoever has the program can make it again.
 */
export function matrixDigest(version: string, faults: readonly Kill[], variants: readonly Fairness[]): string {
  const found = {
    version,
    faults: sorted(faults.map(({ fault, requirement, status }) => [fault, requirement, status === 'killed'])),
    variants: sorted(variants.map(({ variant, verdict, lost }) => [variant, verdict, lost.length])),
  }
  return createHash('sha256')
    .update(canonicalize(found) ?? '')
    .digest('hex')
}

type Row = readonly [string, string, boolean | number]

function sorted(rows: Row[]): readonly Row[] {
  return rows.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
}
