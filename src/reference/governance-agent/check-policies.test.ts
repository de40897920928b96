import { describe, expect, it } from 'vitest'
import { bedWith, check, decision, execution, intent } from '../agent.fixture.ts'

describe('policies', () => {
  const policy = (text: string, enforcement = 'must') => ({
    custom_policies: [{ policy_id: 'po', enforcement, policy: text }],
  })
  it('asks for a field that a policy demands, and is content when it is there', async () => {
    const bed = await bedWith(policy('Every buy must set `po_number` to "PO-4471".'))
    const { status, conditions, findings, governance_context } = await check(bed, intent(1))
    expect(status).toBe('conditions')
    expect(conditions).toEqual([
      { field: 'po_number', required_value: 'PO-4471', reason: 'po: Every buy must set `po_number` to "PO-4471".' },
    ])
    expect(findings).toMatchObject([{ policy_id: 'po', severity: 'warning' }])
    expect(governance_context).toBeUndefined()
    expect((await check(bed, intent(1, {}, { po_number: 'PO-1' }))).status).toBe('conditions')
    expect((await check(bed, intent(1, {}, { po_number: 'PO-4471' }))).status).toBe('approved')
  })
  it('names no value when the policy names none', async () => {
    const bed = await bedWith(policy('Requires `po_number`.'))
    expect((await check(bed, intent(1))).conditions).toEqual([
      { field: 'po_number', reason: 'po: Requires `po_number`.' },
    ])
  })
  it('only warns where the policy only recommends', async () => {
    const bed = await bedWith(policy('Buys should set `po_number`.', 'should'))
    expect(await check(bed, intent(1))).toMatchObject({ status: 'approved', findings: [{ severity: 'warning' }] })
  })
  it('says no when the third re-check still does not meet the condition, and yes once it does', async () => {
    const bed = await bedWith(policy('Must set `po_number`.'))
    const statuses = []
    for (let round = 0; round < 4; round += 1) statuses.push((await check(bed, intent(1))).status)
    expect(statuses).toEqual(['conditions', 'conditions', 'conditions', 'denied'])
    expect((await check(bed, intent(1, {}, { po_number: 'x' }))).status).toBe('approved')
    expect((await check(bed, intent(1))).status).toBe('conditions')
  })
  it('leaves out a policy that is not in force', async () => {
    const [ended] = policy('Must set `po_number`.').custom_policies
    expect(await decision({ custom_policies: [{ ...ended, sunset_date: '2027-01-01' }] }, intent(1))).toBe('approved')
  })
})

describe('audience', () => {
  const signal = (id: string) => ({
    type: 'signal',
    signal_id: { source: 'catalog', data_provider_domain: 'data.example', id },
    value_type: 'binary',
    value: true,
  })
  it.each([
    [{ type: 'description', description: 'Diabetics', category: 'health_data' }, 'denied'],
    [signal('health_data_diabetes'), 'denied'],
    [signal('snack_lovers'), 'approved'],
  ])('with health data restricted, %j is %s', async (selector, status) => {
    const bed = await bedWith({ restricted_attributes: ['health_data'] })
    expect((await check(bed, execution('elsewhere', { audience_targeting: [selector] }))).status).toBe(status)
    const asked = intent(1, {}, { packages: [{ budget: 1, audience: { exclude: [selector] } }] })
    expect((await check(bed, asked)).status).toBe(status)
  })
  it('denies an audience that the plan excludes', async () => {
    const bed = await bedWith({ audience: { exclude: [signal('gamblers')] } })
    const planned = (id: string) => execution('elsewhere', { audience_targeting: [signal(id)] })
    expect((await check(bed, planned('gamblers'))).status).toBe('denied')
    expect((await check(bed, planned('snack_lovers'))).status).toBe('approved')
  })
  it('admits that it cannot see the size of an audience', async () => {
    const bed = await bedWith({ min_audience_size: 1000 })
    expect(await check(bed, intent(1))).toMatchObject({
      status: 'approved',
      findings: [{ severity: 'warning', confidence: 0.5, uncertainty_reason: expect.stringMatching(/./) }],
    })
  })
})
