import type { JsonObject } from '../../model/json.ts'
import {
  accounts,
  agent,
  codeOf,
  governance,
  governanceUrl,
  governedBed,
  purchase,
  schemaErrors,
  secondGovernanceUrl,
  sellerBed,
} from '../seller.fixture.ts'
import { askedOf, buy, type SellerProbe } from './probe-acts.fixture.ts'

export const registrationProbes: Readonly<Record<string, SellerProbe>> = {
  'GOV-SE-001': async (parts) => {
    const bed = await governedBed(parts)
    return await schemaErrors('sync_governance', await bed.call('sync_governance', governance()))
  },
  'GOV-SE-002': async (parts) => {
    const bed = await governedBed(parts)
    await bed.call('sync_governance', governance(agent(secondGovernanceUrl)))
    await buy(bed)
    return askedOf(bed)
  },
  'GOV-SE-003': async (parts) => {
    const bed = await governedBed(parts)
    const { payload } = await bed.call('sync_governance', governance(agent(secondGovernanceUrl)), 'stranger')
    return (payload.accounts as readonly JsonObject[]).map(({ status }) => status ?? null)
  },
  'GOV-SE-005': async (parts) => {
    const bed = await governedBed(parts)
    const short = agent(governanceUrl, { authentication: { schemes: ['Bearer'], credentials: 'short' } })
    const wrong = [agent('http://governance.acme.example/mcp'), short]
    return await Promise.all(wrong.map(async (one) => codeOf(await bed.call('sync_governance', governance(one)))))
  },
  'GOV-SE-006': async (parts) => {
    const bed = await governedBed(parts)
    const replies = [await bed.call('sync_governance', governance()), await bed.call('list_accounts', {})]
    return JSON.stringify(replies).includes('c'.repeat(40))
  },
  'GOV-SE-007': async (parts) => {
    const bed = await governedBed(parts)
    const request = governance(agent(secondGovernanceUrl))
    for (const one of [request, governance(), request]) await bed.call('sync_governance', one)
    await buy(bed)
    return askedOf(bed)
  },
  'GOV-SE-047': async (parts) => {
    const bed = sellerBed(parts)
    await bed.call('sync_accounts', accounts())
    return codeOf(await bed.call('create_media_buy', purchase()))
  },
  'GOV-SE-048': async (parts) => {
    const bed = await governedBed(parts, agent(), agent(secondGovernanceUrl))
    await buy(bed)
    return askedOf(bed)
  },
  'GOV-SE-050': async (parts) =>
    (await sellerBed(parts).call('get_adcp_capabilities', {})).payload.experimental_features ?? null,
}
