import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has3_1, type Installed, install3_1 } from '../adcp-3.1.fixture.ts'
import { shippedProfiles } from '../load/index.ts'
import type { Fault } from '../reference/faults/fault.ts'
import { faults } from '../reference/faults/index.ts'
import { issuesOpaqueTokens } from '../reference/faults/token/issues-opaque-tokens.ts'
import { sellerFaults } from '../reference/seller-faults/index.ts'
import { sellerVariants } from '../reference/seller-variants/index.ts'
import { endings, notPassed, runLoop, violatedIn } from './two-agents.fixture.ts'

const timeout = 60_000
const scope = { kind: 'profile', id: 'governed-loop@3.0' } as const

describe('the governance agent and the seller of this program, together', () => {
  it('are conformant, and nothing is left open', { timeout }, async () => {
    const report = await runLoop({ scope })
    expect(notPassed(report)).toEqual([
      'buy_with_execution not_applicable',
      'change_with_execution not_applicable',
      'buy_less_with_execution not_applicable',
    ])
    expect(report.verdict.status).toBe('conformant')
    expect(report.requirements.filter(({ status }) => status !== 'satisfied')).toEqual([])
  })

  it('are so too when the seller takes only the tokens of executions', { timeout }, async () => {
    const variant = sellerVariants.find(({ id }) => id === 'wants-execution-tokens')
    if (!variant) throw new Error('there is no such variant')
    const report = await runLoop({ scope, sales: { ...variant, requirement: '', break: variant.vary } })
    expect(notPassed(report)).toEqual([
      'buy_with_intent not_applicable',
      'change_with_intent not_applicable',
      'buy_with_intent not_applicable',
      'buy_less_with_intent not_applicable',
    ])
    expect(report.verdict.status).toBe('conformant')
  })
})

/** 3.0 lets a governance agent say that nobody can verify its tokens, and a seller verify all the same. */
describe('a governance agent whose tokens are not signed, and which says so', () => {
  const governance: Fault = {
    ...issuesOpaqueTokens,
    break: (parts) => ({
      ...issuesOpaqueTokens.break(parts),
      capabilities: () => ({ ...parts.capabilities(), ext: { governance_context: 'opaque' } }),
    }),
  }

  it('is not blamed beside a seller that verifies, nor is the seller: the run is incomplete', { timeout }, async () => {
    const report = await runLoop({ scope, governance })
    expect(violatedIn(report)).toEqual([])
    expect(report.verdict.status).toBe('incomplete')
    const why = 'the governance agent issues tokens that are not signed, and the seller takes none of that kind'
    expect(endings(report, 'governed_loop/purchase')).toContainEqual(
      expect.stringContaining(`buy_with_intent blocked: ${why}`),
    )
    expect(endings(report, 'governed_loop/denial')).toContainEqual(
      expect.stringContaining(`buy_less_with_execution blocked: ${why}`),
    )
  })

  it('works together with a seller that passes tokens on; what signatures would show stays open', {
    timeout,
  }, async () => {
    const variant = sellerVariants.find(({ id }) => id === 'takes-opaque-contexts')
    if (!variant) throw new Error('there is no such variant')
    const report = await runLoop({ scope, governance, sales: { ...variant, requirement: '', break: variant.vary } })
    expect(violatedIn(report)).toEqual([])
    const others = report.requirements.filter(({ status }) => status !== 'satisfied')
    expect(others.map(({ id, status }) => `${id} ${status}`)).toEqual(
      ['130', '131', '132', '134', '135', '136', '140'].map((id) => `GOV-GA-${id} not_exercised`),
    )
  })
})

/** One for each requirement of the profile. */
const governanceFaults = [
  'omits-explanation',
  'versions-as-text',
  'reports-outcomes-ok',
  'adds-currency-to-the-log',
  'logs-amounts-as-a-field',
  'ignores-the-second-sync',
  'approves-over-budget',
  'forgets-to-subtract',
  'issues-opaque-tokens',
  'signs-with-another-key',
  'types-tokens-jwt',
  'names-an-insecure-issuer',
  'puts-the-check-into-sub',
  'addresses-tokens-to-the-buyer',
  'calls-intents-purchases',
  'logs-only-intents',
  'logs-the-whole-budget',
  'logs-no-reasons',
] as const

const salesFaults = [
  'lists-no-status',
  'never-asks-governance',
  'calls-denials-policy',
  'tells-denials-in-one-place',
  'changes-without-asking',
  'keeps-what-was-denied',
  'loses-what-it-sold',
  'remembers-denials',
] as const

describe('a fault of one agent is caught, and not laid to the other', () => {
  it.each(governanceFaults)('governance agent %s', { timeout }, async (id) => {
    const fault = faults.find((one) => one.id === id)
    if (!fault) throw new Error('there is no such fault')
    const violated = violatedIn(await runLoop({ scope, governance: fault }))
    expect(violated).toContain(fault.requirement)
    expect(violated.filter((one) => one.startsWith('GOV-SE-'))).toEqual([])
  })

  it.each(salesFaults)('seller %s', { timeout }, async (id) => {
    const fault = sellerFaults.find((one) => one.id === id)
    if (!fault) throw new Error('there is no such fault')
    const violated = violatedIn(await runLoop({ scope, sales: fault }))
    expect(violated).toContain(fault.requirement)
    expect(violated.filter((one) => one.startsWith('GOV-GA-'))).toEqual([])
  })

  it('for each requirement of the profile', async () => {
    const ids: readonly string[] = [...governanceFaults, ...salesFaults]
    const proved = [...faults, ...sellerFaults].filter(({ id }) => ids.includes(id))
    const profile = (await shippedProfiles()).find(({ value }) => value.id === scope.id)
    expect([...new Set(proved.map(({ requirement }) => requirement))].sort()).toEqual(profile?.value.requirements)
  })
})

const official = (name: string) => `media_buy_seller/governance_${name}`
const names = ['approved', 'conditions', 'denied', 'denied_recovery']

/** Why each purchase fails: docs/loop.md. */
const withoutToken = 'PERMISSION_DENIED'
const sandboxNeverSetUp = 'ACCOUNT_NOT_FOUND'
const setUp = ['sync_plans passed', 'sync_accounts passed', 'sync_governance passed', 'get_products_brief passed']
const seeded = [
  'seed_product.outdoor_display_q2 passed',
  'seed_product.outdoor_video_q2 passed',
  'seed_pricing_option.outdoor_display_q2.cpm_standard passed',
  'seed_pricing_option.outdoor_video_q2.cpm_standard passed',
]
const outcomes: Readonly<Record<string, readonly string[]>> = {
  approved: [...seeded, ...setUp, `create_media_buy failed: ${withoutToken}`],
  conditions: [...setUp, `create_media_buy_conditions failed: ${sandboxNeverSetUp}`],
  denied: [...setUp, `create_media_buy_denied failed: ${sandboxNeverSetUp}`],
  denied_recovery: [
    ...setUp,
    `create_media_buy_denied failed: ${withoutToken}`,
    `create_media_buy_retry failed: ${withoutToken}`,
  ],
}

const officialScope = { kind: 'storyboards', names: names.map((name) => `official/${official(name)}`) } as const

it('the official storyboards of 3.0.6 come as far as their contradictions', { timeout }, async () => {
  const report = await runLoop({ scope: officialScope })
  expect(Object.fromEntries(names.map((name) => [name, endings(report, official(name))]))).toEqual(outcomes)
})

describe.skipIf(!has3_1('both agents together'))('at AdCP 3.1', () => {
  let installed: Installed
  beforeAll(async () => {
    installed = await install3_1()
  }, timeout)
  afterAll(() => installed.remove())

  it('both agents are conformant', { timeout: 120_000 }, async () => {
    const more = { adcpVersion: '3.1', bundles: installed.bundles } as const
    const report = await runLoop({ scope: { ...scope, id: 'governed-loop@3.1' }, more })
    expect(notPassed(report).filter((one) => !one.endsWith('not_applicable'))).toEqual([])
    expect(report.verdict.status).toBe('conformant')
  })

  it('the official storyboards of 3.1.19 come as far as those of 3.0.6', { timeout: 120_000 }, async () => {
    const more = { adcpVersion: '3.1', bundles: installed.bundles } as const
    const report = await runLoop({ scope: officialScope, more })
    expect(Object.fromEntries(names.map((name) => [name, endings(report, official(name))]))).toEqual(outcomes)
  })
})
