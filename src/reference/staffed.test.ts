import { describe, expect, it } from 'vitest'
import { intent, outcome, plan, sync, testBed } from './agent.fixture.ts'
import { staffed } from './staffed.ts'

const acme = {
  caller: 'https://buyer.example',
  sellers: {
    approved: 'https://one.example/mcp',
    second: 'https://two.example/mcp',
    unapproved: 'https://three.example/mcp',
    same_host: 'https://one.example/neighbour/mcp',
  },
  delegates: { second: 'https://delegate.example' },
  reviewer: 'Robin Acker',
}
const other = { ...acme, caller: 'https://other.example', sellers: { approved: 'https://four.example/mcp' } }

function agent(kits = [acme, other]) {
  const asked: string[] = []
  const { agent: plain } = testBed()
  const heard = {
    ...plain,
    handle: (task: string, args: object, principal: string) => {
      asked.push(principal)
      return plain.handle(task, { ...args }, principal)
    },
  }
  return { asked, ...staffed(heard, kits) }
}

describe('a principal is known to a staffed agent by', () => {
  it.each([
    ['buyer', acme.caller, 'buyer'],
    ['seller', acme.sellers.approved, acme.sellers.approved],
    ['seller', other.sellers.approved, other.sellers.approved],
    ['seller', acme.sellers.second, acme.sellers.approved],
    ['second_seller', acme.sellers.second, acme.sellers.second],
    ['unapproved_seller', acme.sellers.unapproved, acme.sellers.unapproved],
    ['unapproved_seller', acme.sellers.same_host, acme.sellers.same_host],
    ['delegate', acme.delegates.second, acme.delegates.second],
    ['seller', 'https://nobody.example', acme.sellers.approved],
    ['second_buyer', acme.caller, 'second_buyer'],
  ])('%s calling as %s: %s', async (principal, caller, expected) => {
    const { asked, handle } = agent()
    await handle('check_governance', { plan_id: 'x', caller }, principal)
    expect(asked).toEqual([expected])
  })

  it('its name, where the kit has no address for it', async () => {
    const { asked, handle } = agent([])
    await handle('check_governance', {}, 'seller')
    expect(asked).toEqual(['seller'])
  })
})

it('what suspended_buyer registers is suspended, and nothing else', async () => {
  const { handle } = agent()
  for (const principal of ['suspended_buyer', 'buyer']) await handle('sync_plans', sync(plan()), principal)
  expect((await handle('check_governance', intent(1), 'suspended_buyer')).payload.adcp_error).toMatchObject({
    code: 'CAMPAIGN_SUSPENDED',
  })
  expect((await handle('check_governance', intent(1), 'buyer')).payload.status).toBe('approved')
})

it('what reviewed_buyer asks is decided by the reviewer of the kit, and nothing else', async () => {
  const { handle } = agent()
  for (const principal of ['reviewed_buyer', 'buyer']) {
    await handle('sync_plans', sync(plan({ human_review_required: true })), principal)
    expect((await handle('check_governance', intent(1), principal)).payload.status).toBe('submitted')
  }
  const again = await handle('check_governance', intent(1), 'reviewed_buyer')
  expect(again.payload.status).toBe('approved')
  expect((await handle('check_governance', intent(1), 'buyer')).payload.status).toBe('submitted')
  await handle('report_plan_outcome', outcome(again.payload, 1), 'reviewed_buyer')
  const log = await handle('get_plan_audit_logs', { plan_ids: ['plan_1'] }, 'reviewed_buyer')
  expect(JSON.stringify(log.payload)).toContain('Robin Acker')
})
