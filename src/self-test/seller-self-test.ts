import type { AdcpVersion } from '../model/adcp-version.ts'
import { certificateFor } from '../peers/governance-peer/certificate.ts'
import { isInForce } from '../plan/version-limits.ts'
import { conformantSeller, type SellerParts } from '../reference/seller/parts.ts'
import type { SellerFault } from '../reference/seller-faults/index.ts'
import type { SellerVariant } from '../reference/seller-variants/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { unmasking } from './facade-matrix.ts'
import { inLanes } from './in-lanes.ts'
import { kill } from './kill-matrix.ts'
import type { Tried } from './self-test.ts'
import { runSeller } from './seller-bed.ts'
import { fairnessOf } from './variant-matrix.ts'

/** Whom the self-test for sellers is run on. */
export interface SellerSubjects {
  readonly faults: readonly SellerFault[]
  readonly facades: readonly SellerFault[]
  readonly variants: readonly SellerVariant[]
}

/** A seller that sells nothing leaves little to be graded: the rest of its steps are blocked. */
const least = 2
/** While one run waits for a governance agent that is silent, others go on; many more would keep each other waiting. */
const lanes = 3

/** Runs what is prepared for sellers against sellers that are wrong, and against sellers that are right in other ways. */
export async function trySellers(subjects: SellerSubjects, prepared: Prepared): Promise<Tried> {
  const { adcp, scope } = prepared
  const certificate = await certificateFor('127.0.0.1', Date.now())
  const breaksSomething = ({ requirement }: SellerFault) => isInForce(scope.catalogue.get(requirement) ?? {}, adcp.line)
  const run = (parts: SellerParts, within = prepared) => runSeller(parts, within, certificate)
  const broken = (fault: SellerFault, within?: Prepared) => run(fault.break(conformantSeller), within)
  const [variants, faults, facades] = await Promise.all([
    inLanes(1, variantsAt(subjects.variants, adcp), async ({ id, vary }) =>
      fairnessOf(id, await run(vary(conformantSeller))),
    ),
    inLanes(lanes, subjects.faults.filter(breaksSomething), (fault) => kill(fault, prepared, broken)),
    inLanes(1, subjects.facades, async (facade) => unmasking(facade.id, await broken(facade), least)),
  ])
  return {
    faults,
    facades,
    variants,
    notInForce: subjects.faults.filter((one) => !breaksSomething(one)).map(({ id }) => id),
  }
}

/** Those that are right at an AdCP version: some liberties that 3.0 leaves are gone from 3.1 on. */
export function variantsAt(
  variants: readonly SellerVariant[],
  { line }: Pick<AdcpVersion, 'line'>,
): readonly SellerVariant[] {
  return variants.filter((variant) => isInForce(variant, line))
}
