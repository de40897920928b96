import { describe, expect, it } from 'vitest'
import { conformantSeller, type SellerParts } from '../../seller/parts.ts'
import { cornerProbes } from './corner-probes.fixture.ts'
import { cornerFaults } from './index.ts'

async function seen(requirement: string, parts: SellerParts): Promise<unknown> {
  return JSON.parse(JSON.stringify((await cornerProbes[requirement]?.(parts)) ?? null))
}

describe('faults around the corner', () => {
  it.each(cornerFaults)('$id is seen there', async ({ requirement, break: broken }) => {
    const sound = await seen(requirement, conformantSeller)
    expect(await seen(requirement, broken(conformantSeller))).not.toEqual(sound)
    expect(await seen(requirement, conformantSeller)).toEqual(sound)
  })
})
