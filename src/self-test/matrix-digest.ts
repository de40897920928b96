import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Kill } from './kill-matrix.ts'
import type { Fairness } from './variant-matrix.ts'

/**
 * SHA-256, in hex, over the RFC 8785 form of what a self-test found: the version, the AdCP line, whether each fault was killed, how
 * many points each variant lost. Nothing in it depends on time, machine or order, so whoever has the program can make it again.
 */
export function matrixDigest({ version, adcp, faults, variants }: Found): string {
  const found = {
    version,
    adcp,
    faults: sorted(faults.map(({ fault, requirement, status }) => [fault, requirement, status === 'killed'])),
    variants: sorted(variants.map(({ variant, verdict, lost }) => [variant, verdict, lost.length])),
  }
  return createHash('sha256')
    .update(canonicalize(found) ?? '')
    .digest('hex')
}

interface Found {
  readonly version: string
  readonly adcp: string
  readonly faults: readonly Kill[]
  readonly variants: readonly Fairness[]
}

type Row = readonly [string, string, boolean | number]

function sorted(rows: Row[]): readonly Row[] {
  return rows.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
}
