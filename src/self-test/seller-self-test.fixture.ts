import { beforeAll, describe, expect, it } from 'vitest'
import { shippedRequirements } from '../load/shipped.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import { certificateFor } from '../peers/governance-peer/certificate.ts'
import { conformantSeller } from '../reference/seller/parts.ts'
import { sellerFacades } from '../reference/seller-faults/facades/index.ts'
import { sellerFaults } from '../reference/seller-faults/index.ts'
import { sellerVariants } from '../reference/seller-variants/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import type { Tried } from './self-test.ts'
import { runSeller } from './seller-bed.ts'
import { trySellers, variantsAt } from './seller-self-test.ts'

const requirements = await shippedRequirements()

/** Holds every seller of this program against what grades sellers at one AdCP line. `bundles` is asked for when the tests run. */
export function describeSellersAt(line: AdcpVersion['line'], bundles: () => string | undefined): void {
  const profile = `governed-seller@${line}`
  const inForce = new Set(requirements.filter(({ versions }) => versions.includes(line)).map(({ id }) => id))
  const inForceFaults = sellerFaults.filter(({ requirement }) => inForce.has(requirement))
  let prepared: Prepared
  let tried: Tried
  beforeAll(async () => {
    const folder = bundles()
    prepared = await prepare(line, { kind: 'profile', id: profile }, folder === undefined ? {} : { bundles: folder })
    tried = await trySellers({ faults: sellerFaults, facades: sellerFacades, variants: sellerVariants }, prepared)
  }, 600_000)

  describe('the reference seller', () => {
    it('is conformant, and all of the profile is satisfied', async () => {
      const report = await runSeller(conformantSeller, prepared, await certificateFor('127.0.0.1', Date.now()))
      expect(report.requirements.filter(({ status }) => status !== 'satisfied')).toEqual([])
      expect(report.verdict.status).toBe('conformant')
    }, 60_000)
  })

  describe('every fault is caught by a validation that names its requirement', () => {
    it.each(inForceFaults)('$id breaks $requirement', ({ id }) => {
      const kill = tried.faults.find(({ fault }) => fault === id)
      expect(kill?.status).toBe('killed')
      expect(kill?.killedBy).not.toEqual([])
      expect(kill?.verdict).toBe(kill?.advisory ? 'conformant' : 'nonconformant')
    })
    it('and those that break nothing here are not tried', () => {
      const all = [...tried.faults.map(({ fault }) => fault), ...tried.notInForce]
      expect(all.sort()).toEqual(sellerFaults.map(({ id }) => id).sort())
      expect(tried.notInForce).toEqual(sellerFaults.flatMap((one) => (inForceFaults.includes(one) ? [] : [one.id])))
    })
  })

  describe('no variant loses a point', () => {
    it.each(variantsAt(sellerVariants, { line }))('$id', ({ id }) => {
      const row = tried.variants.find(({ variant }) => variant === id)
      expect(row).toEqual({ variant: id, verdict: 'conformant', lost: [] })
    })
  })

  describe('every façade is seen through', () => {
    it.each(sellerFacades)('$id', ({ id }) => {
      const row = tried.facades.find(({ facade }) => facade === id)
      expect(row).toMatchObject({ verdict: 'nonconformant', unmasked: true })
    })
  })

  it('every requirement of the profile has a fault, and no fault is outside of it', () => {
    const broken = new Set(inForceFaults.map(({ requirement }) => requirement))
    expect([...broken].sort()).toEqual([...prepared.scope.requirements].sort())
  })
}
