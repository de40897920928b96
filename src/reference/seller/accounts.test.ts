import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  account,
  accounts,
  agent,
  bought,
  codeOf,
  governance,
  governanceUrl,
  governedBed,
  secondGovernanceUrl,
  sellerBed,
  valid,
} from '../seller.fixture.ts'

describe('accounts', () => {
  it('are set up once, and belong to who did', async () => {
    const bed = sellerBed()
    const actions = async (principal: string, more: JsonObject = {}) => {
      const [one] = (await valid(bed, 'sync_accounts', accounts(more), principal)).accounts as readonly JsonObject[]
      return one?.action
    }
    expect(await actions('buyer')).toBe('created')
    expect(await actions('buyer')).toBe('unchanged')
    expect(await actions('buyer', { billing: 'agent' })).toBe('updated')
    expect(await actions('stranger')).toBe('failed')
    expect((await valid(bed, 'list_accounts', {}, 'stranger')).accounts).toEqual([])
  })
  it('are left as they are by a dry run', async () => {
    const bed = sellerBed()
    expect(await valid(bed, 'sync_accounts', { ...accounts(), dry_run: true })).toMatchObject({ dry_run: true })
    expect((await valid(bed, 'list_accounts', {})).accounts).toEqual([])
  })
})

describe('sync_governance', () => {
  it('registers without telling the credential', async () => {
    const bed = await governedBed()
    const reply = await valid(bed, 'sync_governance', governance(agent(governanceUrl, { categories: ['budget'] })))
    expect(reply).toEqual({
      accounts: [{ account, status: 'synced', governance_agents: [{ url: governanceUrl, categories: ['budget'] }] }],
    })
    expect(JSON.stringify(await valid(bed, 'list_accounts', {}))).not.toContain('cccc')
  })
  it('replaces what was registered', async () => {
    const bed = await governedBed()
    await valid(bed, 'sync_governance', governance(agent(secondGovernanceUrl)))
    await bought(bed)
    expect(bed.checks.map((one) => one.agent.url)).toEqual([secondGovernanceUrl])
  })
  it('fails for an account of somebody else, and leaves it alone', async () => {
    const bed = await governedBed()
    const reply = await valid(bed, 'sync_governance', governance(agent(secondGovernanceUrl)), 'stranger')
    expect(reply.accounts).toMatchObject([{ status: 'failed', errors: [{ code: 'ACCOUNT_NOT_FOUND' }] }])
    await bought(bed)
    expect(bed.checks.map((one) => one.agent.url)).toEqual([governanceUrl])
  })
  it('refuses plain http and short credentials', async () => {
    const bed = await governedBed()
    const short = agent(governanceUrl, { authentication: { schemes: ['Bearer'], credentials: 'short' } })
    const refused = [
      await bed.call('sync_governance', governance(agent('http://gov.acme.example'))),
      await bed.call('sync_governance', governance(short)),
    ]
    expect(refused.map(codeOf)).toEqual(['INVALID_REQUEST', 'INVALID_REQUEST'])
  })
  it('is done once for one key, and tells a conflict', async () => {
    const bed = await governedBed()
    const request = governance(agent(secondGovernanceUrl))
    const first = await valid(bed, 'sync_governance', request)
    await valid(bed, 'sync_governance', governance())
    expect(await valid(bed, 'sync_governance', request)).toEqual({ ...first, replayed: true })
    await bought(bed)
    expect(bed.checks.map((one) => one.agent.url)).toEqual([governanceUrl])
    const other = { ...governance(), idempotency_key: request.idempotency_key ?? '' }
    expect(codeOf(await bed.call('sync_governance', other))).toBe('IDEMPOTENCY_CONFLICT')
  })
})
