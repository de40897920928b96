import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has3_1, type Installed, install3_1 } from '../../adcp-3.1.fixture.ts'
import { openSchemaSet } from '../../load/schemas.ts'
import { shippedRequirements } from '../../load/shipped.ts'
import { adcpVersions } from '../../model/adcp-version.ts'
import { conformantSeller, type SellerParts } from '../seller/parts.ts'
import {
  accounts,
  agent,
  codeOf,
  governance,
  type SellerBed,
  type SellerEdition,
  secondGovernanceUrl,
  sellerBed,
} from '../seller.fixture.ts'
import { sellerFaults } from './index.ts'
import { askedOf, buy } from './probe-acts.fixture.ts'

const requirements = await shippedRequirements()
const since3_1 = new Set(requirements.filter(({ versions }) => !versions.includes('3.0')).map(({ id }) => id))

describe.skipIf(!has3_1('the faults of sellers'))('faults of sellers that are faults from AdCP 3.1 on', () => {
  let installed: Installed
  let edition: SellerEdition
  beforeAll(async () => {
    installed = await install3_1()
    edition = { adcp: adcpVersions['3.1'], schemas: openSchemaSet('3.1.19', installed.bundles) }
  }, 60_000)
  afterAll(() => installed.remove())

  const sound = {
    two_agents: 'INVALID_REQUEST',
    short_credential: 'INVALID_REQUEST',
    aware: true,
    asks: true,
  }
  const seen: Readonly<Record<string, object>> = {
    'registers-one-of-several': { two_agents: undefined },
    'hides-that-it-is-aware': { aware: undefined },
    'claims-to-ask-governance': { asks: false },
  }

  async function observed(parts: SellerParts): Promise<object> {
    const bed = sellerBed(parts, edition)
    await bed.call('sync_accounts', accounts())
    await bed.call('sync_governance', governance())
    const { media_buy } = (await bed.call('get_adcp_capabilities', {})).payload
    await buy(bed)
    return {
      two_agents: await refusalOf(bed, agent(), agent(secondGovernanceUrl)),
      short_credential: await refusalOf(bed, agent(undefined, shortCredential)),
      aware: (media_buy as { governance_aware?: boolean }).governance_aware,
      asks: askedOf(bed).length > 0,
    }
  }

  it('a sound seller has none of them', async () => {
    expect(await observed(conformantSeller)).toEqual(sound)
  })
  it.each(sellerFaults.filter(({ requirement }) => since3_1.has(requirement)))('$id is seen', async (fault) => {
    expect(await observed(fault.break(conformantSeller))).toEqual({ ...sound, ...seen[fault.id] })
    expect(seen).toHaveProperty([fault.id])
  })
})

const shortCredential = { authentication: { schemes: ['Bearer'], credentials: 'short' } }

async function refusalOf(bed: SellerBed, ...agents: readonly ReturnType<typeof agent>[]): Promise<unknown> {
  return codeOf(await bed.call('sync_governance', governance(...agents)))
}
