import { beforeAll, describe, expect, it } from 'vitest'
import { certificateFor } from '../peers/governance-peer/certificate.ts'
import { conformantSeller } from '../reference/seller/parts.ts'
import { sellerFacades } from '../reference/seller-faults/facades/index.ts'
import { sellerFaults } from '../reference/seller-faults/index.ts'
import { sellerVariants } from '../reference/seller-variants/index.ts'
import type { Prepared } from '../run/run-prepared.ts'
import { prepare } from '../run.ts'
import type { Tried } from './self-test.ts'
import { runSeller } from './seller-bed.ts'
import { trySellers } from './seller-self-test.ts'

const profile = 'governed-seller@3.0'
let prepared: Prepared
let tried: Tried
beforeAll(async () => {
  prepared = await prepare('3.0', { kind: 'profile', id: profile })
  tried = await trySellers({ faults: sellerFaults, facades: sellerFacades, variants: sellerVariants }, prepared)
}, 300_000)

describe('the reference seller', () => {
  it('is conformant, and all of the profile is satisfied', async () => {
    const report = await runSeller(conformantSeller, prepared, await certificateFor('127.0.0.1', Date.now()))
    expect(report.requirements.filter(({ status }) => status !== 'satisfied')).toEqual([])
    expect(report.verdict.status).toBe('conformant')
  }, 60_000)
})

describe('every fault is caught by a validation that names its requirement', () => {
  it.each(sellerFaults)('$id breaks $requirement', ({ id }) => {
    const kill = tried.faults.find(({ fault }) => fault === id)
    expect(kill?.killedBy).not.toEqual([])
    expect(kill?.verdict).toBe(kill?.advisory ? 'conformant' : 'nonconformant')
  })
})

describe('no variant loses a point', () => {
  it.each(sellerVariants)('$id', ({ id }) => {
    expect(tried.variants.find(({ variant }) => variant === id)).toEqual({
      variant: id,
      verdict: 'conformant',
      lost: [],
    })
  })
})

describe('every façade is seen through', () => {
  it.each(sellerFacades)('$id', ({ id }) => {
    expect(tried.facades.find(({ facade }) => facade === id)).toMatchObject({
      verdict: 'nonconformant',
      unmasked: true,
    })
  })
})

describe('every requirement of the profile has a fault', () => {
  it('and no fault is outside of it', () => {
    const broken = new Set(sellerFaults.map(({ requirement }) => requirement))
    expect([...broken].sort()).toEqual([...prepared.scope.requirements].sort())
  })
})
