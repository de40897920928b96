import type { AdcpVersion } from '../model/adcp-version.ts'
import { type Certificate, certificateFor } from '../peers/governance-peer/certificate.ts'
import { isInForce } from '../plan/version-limits.ts'
import { conformantSeller, type SellerParts } from '../reference/seller/parts.ts'
import type { SellerFault } from '../reference/seller-faults/index.ts'
import type { SellerVariant } from '../reference/seller-variants/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { type Unmasking, unmasking } from './facade-matrix.ts'
import { kills } from './kill-matrix.ts'
import type { Tried } from './self-test.ts'
import { runSeller } from './seller-bed.ts'
import { type Fairness, fairnessOf } from './variant-matrix.ts'

/** Whom the self-test for sellers is run on. */
export interface SellerSubjects {
  readonly faults: readonly SellerFault[]
  readonly facades: readonly SellerFault[]
  readonly variants: readonly SellerVariant[]
}

/** Runs what is prepared for sellers against sellers that are wrong, and against sellers that are right in other ways. */
export async function trySellers(subjects: SellerSubjects, prepared: Prepared): Promise<Tried> {
  const { adcp, scope } = prepared
  const certificate = await certificateFor('127.0.0.1', Date.now())
  const breaksSomething = ({ requirement }: SellerFault) => isInForce(scope.catalogue.get(requirement) ?? {}, adcp.line)
  const broken = (fault: SellerFault, within: Prepared) => runSeller(fault.break(conformantSeller), within, certificate)
  const [variants, faults, facades] = await Promise.all([
    fairnesses(variantsAt(subjects.variants, adcp), prepared, certificate),
    kills(subjects.faults.filter(breaksSomething), prepared, broken),
    unmaskings(subjects.facades, prepared, certificate),
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

async function fairnesses(
  variants: readonly SellerVariant[],
  prepared: Prepared,
  certificate: Certificate,
): Promise<readonly Fairness[]> {
  const rows: Fairness[] = []
  for (const { id, vary } of variants)
    rows.push(fairnessOf(id, await run(vary(conformantSeller), prepared, certificate)))
  return rows
}

/** A seller that sells nothing leaves little to be graded: the rest of its steps are blocked. */
const least = 2

async function unmaskings(
  facades: readonly SellerFault[],
  prepared: Prepared,
  certificate: Certificate,
): Promise<readonly Unmasking[]> {
  const rows: Unmasking[] = []
  for (const facade of facades)
    rows.push(unmasking(facade.id, await run(facade.break(conformantSeller), prepared, certificate), least))
  return rows
}

function run(parts: SellerParts, prepared: Prepared, certificate: Certificate) {
  return runSeller(parts, prepared, certificate)
}
