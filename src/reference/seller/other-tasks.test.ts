import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import {
  activation,
  codeOf,
  creative,
  deny,
  extension,
  finding,
  governedBed,
  rights,
  type SellerBed,
  schemaErrors,
  schemas,
  sellerBed,
  silence,
  valid,
} from '../seller.fixture.ts'

/** What costs money beside media buys and rights, and what its reply holds when it is done. */
const tasks = [
  ['activate_signal', activation, 'deployments', 'signal_activation'],
  ['build_creative', creative, 'creative_manifest', 'creative_services'],
] as const

describe.each(tasks)('%s', (task, request, done, purchaseType) => {
  it('is done when governance approves, which is asked in the words of its schema', async () => {
    const bed = await governedBed()
    expect(await valid(bed, task, request({ governance_context: bed.token() }))).toHaveProperty(done)
    const schema = await schemas.load('governance/check-governance-request.json')
    expect(bed.checks.map(({ args }) => [schema?.validate(args), args.phase, args.purchase_type])).toEqual([
      [[], 'purchase', purchaseType],
    ])
  })

  it('is refused in both places when it is denied, with the findings', async () => {
    const bed = await governedBed()
    bed.answer(deny)
    const refused = await bed.call(task, request({ governance_context: bed.token() }))
    expect(refused).toMatchObject({
      isError: true,
      payload: {
        adcp_error: { code: 'GOVERNANCE_DENIED', details: { findings: [finding] } },
        errors: [{ code: 'GOVERNANCE_DENIED' }],
      },
    })
    expect(await schemaErrors(task, refused)).toEqual([])
  })

  it('is refused without a token, with one that was used, and when nobody answers', async () => {
    const bed = await governedBed()
    const used = { governance_context: bed.token() }
    const codes = [codeOf(await bed.call(task, request()))]
    for (const more of [used, used]) codes.push(codeOf(await bed.call(task, request(more))))
    bed.answer(silence)
    codes.push(codeOf(await bed.call(task, request({ governance_context: bed.token() }))))
    expect(codes).toEqual(['PERMISSION_DENIED', undefined, 'PERMISSION_DENIED', 'GOVERNANCE_UNAVAILABLE'])
  })

  it('needs an account to be charged to, and nobody who approves it on one that nobody governs', async () => {
    const bed = sellerBed()
    const { account: _, ...without } = request()
    expect(codeOf(await bed.call(task, without))).toBe('INVALID_REQUEST')
    expect(codeOf(await bed.call(task, request()))).toBe('ACCOUNT_NOT_FOUND')
    await bed.call('sync_accounts', { idempotency_key: 'account-of-other-tasks', accounts: [accountToSet] })
    await valid(bed, task, request())
    expect(bed.checks).toEqual([])
  })
})

const accountToSet = {
  brand: { domain: 'acmeoutdoor.example' },
  operator: 'pinnacle-agency.example',
  billing: 'operator',
}

it('a signal is found, and deactivated without asking', async () => {
  const bed = await governedBed()
  const { signals } = await valid(bed, 'get_signals', { signal_spec: 'hikers' })
  expect(signals).toMatchObject([{ signal_agent_segment_id: 'hikers_spring' }])
  const { deployments } = await valid(bed, 'activate_signal', activation({ action: 'deactivate' }))
  expect(deployments).toEqual([{ type: 'platform', platform: 'summit-dsp', is_live: false }])
  expect(codeOf(await bed.call('activate_signal', activation({ signal_agent_segment_id: 'x' })))).toBe(
    'REFERENCE_NOT_FOUND',
  )
  expect(codeOf(await bed.call('activate_signal', activation({ pricing_option_id: 'x' })))).toBe('INVALID_REQUEST')
})

describe('update_rights', () => {
  async function grant(bed: SellerBed): Promise<JsonObject> {
    return await valid(bed, 'acquire_rights', rights({ governance_context: bed.token() }))
  }
  const amountOf = ({ terms }: JsonObject) => (terms as JsonObject).amount

  it('extends a right at a price when governance approves it as a modification', async () => {
    const bed = await governedBed()
    const right = await grant(bed)
    const longer = await valid(bed, 'update_rights', extension(right, { governance_context: bed.token() }))
    expect([amountOf(right), amountOf(longer)]).toEqual([5000, 7000])
    expect(longer.terms).toMatchObject({ end_date: '2027-09-30' })
    const schema = await schemas.load('governance/check-governance-request.json')
    expect(bed.checks.map(({ args }) => [schema?.validate(args), args.phase, args.purchase_type])).toEqual([
      [[], 'purchase', 'rights_license'],
      [[], 'modification', 'rights_license'],
    ])
  })

  it('leaves the right as it was when it is denied, unauthorised, or cannot be decided', async () => {
    const bed = await governedBed()
    const right = await grant(bed)
    const codes = [codeOf(await bed.call('update_rights', extension(right)))]
    for (const answer of [deny, silence]) {
      bed.answer(answer)
      const refused = await bed.call('update_rights', extension(right, { governance_context: bed.token() }))
      codes.push(codeOf(refused))
      expect(await schemaErrors('update_rights', refused)).toEqual([])
    }
    expect(codes).toEqual(['PERMISSION_DENIED', 'GOVERNANCE_DENIED', 'GOVERNANCE_UNAVAILABLE'])
    const { end_date: _, ...pause } = extension(right, { paused: true })
    expect(await valid(bed, 'update_rights', pause)).toMatchObject({ paused: true, terms: { amount: 5000 } })
  })

  it.each([
    [{ rights_id: 'other' }, 'REFERENCE_NOT_FOUND'],
    [{ pricing_option_id: 'other' }, 'INVALID_REQUEST'],
    [{ end_date: '2027-01-01' }, 'INVALID_REQUEST'],
  ])('refuses %j', async (more, code) => {
    const bed = await governedBed()
    const right = await grant(bed)
    await valid(bed, 'update_rights', extension(right, { governance_context: bed.token() }))
    expect(codeOf(await bed.call('update_rights', extension(right, more)))).toBe(code)
  })

  it('keeps grants from others', async () => {
    const bed = await governedBed()
    const right = await grant(bed)
    expect(codeOf(await bed.call('update_rights', extension(right), 'stranger'))).toBe('REFERENCE_NOT_FOUND')
  })
})
