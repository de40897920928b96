import { isInForce } from '../plan/version-limits.ts'
import type { Fault } from '../reference/faults/fault.ts'
import type { Variant } from '../reference/variants/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { facadeMatrix, type Unmasking } from './facade-matrix.ts'
import { type Kill, killMatrix } from './kill-matrix.ts'
import { matrixDigest } from './matrix-digest.ts'
import { type Fairness, variantMatrix } from './variant-matrix.ts'

/** Whom the self-test is run on. */
export interface Subjects {
  readonly faults: readonly Fault[]
  readonly facades: readonly Fault[]
  readonly variants: readonly Variant[]
}

/** What this program is worth: whom it caught, whom it saw through, and whom it left in peace. */
export interface SelfTest {
  /** Of this program. */
  readonly version: string
  /** The AdCP line that was graded. */
  readonly adcp: string
  /** The release of it whose schemas were applied. */
  readonly release: string
  readonly faults: readonly Kill[]
  /** Ids of faults that break no requirement of this line; they were not tried. */
  readonly notInForce: readonly string[]
  readonly facades: readonly Unmasking[]
  readonly variants: readonly Fairness[]
  /** Every fault killed, every façade unmasked, no variant a point short. */
  readonly passed: boolean
  /** The same for every self-test of this version that comes out the same: SHA-256, in hex. */
  readonly digest: string
}

/** What came of trying agents of one role or of several. */
export type Tried = Pick<SelfTest, 'faults' | 'notInForce' | 'facades' | 'variants'>

/** Runs what is prepared against agents that are wrong, and against agents that are right in other ways. */
export async function selfTest(subjects: Subjects, prepared: Prepared, version: string): Promise<SelfTest> {
  return judged([await tryGovernanceAgents(subjects, prepared)], prepared, version)
}

/** What this program is worth by all that was tried, at the AdCP version of what was prepared. */
export function judged(all: readonly Tried[], { adcp }: Pick<Prepared, 'adcp'>, version: string): SelfTest {
  const faults = all.flatMap((one) => one.faults)
  const facades = all.flatMap((one) => one.facades)
  const variants = all.flatMap((one) => one.variants)
  const passed =
    faults.every(({ status }) => status === 'killed') &&
    facades.every(({ unmasked }) => unmasked) &&
    variants.every(isLeftInPeace)
  const notInForce = all.flatMap((one) => one.notInForce)
  const digest = matrixDigest({ version, adcp: adcp.line, faults, variants })
  return { version, adcp: adcp.line, release: adcp.release, faults, notInForce, facades, variants, passed, digest }
}

/** Runs what is prepared for governance agents against such agents. */
export async function tryGovernanceAgents(subjects: Subjects, prepared: Prepared): Promise<Tried> {
  const { adcp, scope } = prepared
  const breaksSomething = ({ requirement }: Fault) => isInForce(scope.catalogue.get(requirement) ?? {}, adcp.line)
  const [variants, faults, facades] = await Promise.all([
    variantMatrix(subjects.variants, prepared),
    killMatrix(subjects.faults.filter(breaksSomething), prepared),
    facadeMatrix(subjects.facades, prepared),
  ])
  const notInForce = subjects.faults.filter((fault) => !breaksSomething(fault)).map(({ id }) => id)
  return { faults, facades, variants, notInForce }
}

export function isLeftInPeace({ verdict, lost }: Fairness): boolean {
  return verdict === 'conformant' && lost.length === 0
}
