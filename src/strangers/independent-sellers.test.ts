import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../load/package-root.ts'
import { scratchFile } from '../load/scratch-folder.fixture.ts'
import type { RunReport } from '../model/run-report.ts'
import type { RunOptions } from '../run.ts'
import { failuresOf, violatedIn } from '../suite.fixture.ts'
import { askByDocumentation, askBySpecification, openFrameworkSeller } from './framework-seller.fixture.ts'
import type { Habits } from './spec-seller/habits.fixture.ts'
import { manyOffers } from './spec-seller/offers.fixture.ts'
import { openSpecSeller } from './spec-seller/open-spec-seller.fixture.ts'
import { runStranger } from './spec-seller/run-stranger.fixture.ts'

/**
 * Sellers that share nothing with the reference seller: one written from the specification, which verifies tokens, and one on the
 * official server framework, which passes them on. A point lost here would be a false alarm.
 */
const usual: Habits = { offers: manyOffers, accounts: 'declared', purchases: 'answered', checks: 1 }
const core = { scope: { kind: 'profile', id: 'governed-seller-core@3.0' } } as const
const perRun = 120_000

const meet = (habits: Habits, options: Partial<RunOptions> = {}) =>
  runStranger((met) => openSpecSeller({ habits, ...met }), { ...core, ...options })

it.each<[string, Habits]>([
  ['lists first what is too dear, bid for, or in another currency', usual],
  ['asks three times before it sells', { ...usual, checks: 3 }],
  ['takes purchases on as tasks, and decides later', { ...usual, purchases: 'taken_on' }],
  ['sells by auction alone', { ...usual, offers: manyOffers.filter(({ floor }) => floor !== undefined) }],
  ['sells in another currency alone', { ...usual, offers: manyOffers.filter(({ currency }) => currency === 'EUR') }],
  ['refuses tokens with the codes of the security page', { ...usual, refusals: 'taxonomy' }],
  ['fetches keys and lists for every token', { ...usual, keepsNothing: true }],
])(
  'a seller from the specification is conformant: it %s',
  async (_habit, habits) => {
    const report = await meet(habits)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
    expect(unprovenIn(report)).toEqual(['GOV-SE-011 not_applicable'])
  },
  perRun,
)

it(
  'one that gives accounts itself is conformant once the test kit names them',
  async () => {
    const habits: Habits = { ...usual, accounts: 'given' }
    const report = await meet(habits, { testKit: await kitWithAccounts('hv-one-governed', 'hv-one-free') })
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
  },
  perRun,
)

it(
  'one behind a proxy is conformant once the test kit names the address that it goes by',
  async () => {
    const address = 'https://sales.harbour-video.example/adcp'
    const testKit = await kitWith((kit) =>
      kit.replace(/^( +)seller:\n(?= +account:)/m, `$&$1  agent_url: ${address}\n`),
    )
    const report = await meet({ ...usual, address }, { testKit })
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
  },
  perRun,
)

it.each<[string, Habits, RegExp]>([
  [
    'gives accounts that the test kit does not name',
    { ...usual, accounts: 'given' },
    /offers no sync_accounts, so it gives/,
  ],
  [
    'sells nothing for so little',
    { ...usual, offers: manyOffers.slice(0, 1) },
    /none of the products in the reply can be/,
  ],
  [
    'says so only when it is asked to sell',
    { ...usual, offers: manyOffers.slice(0, 1), hidesMinimum: true },
    /does not sell on the terms of the test kit \(BUDGET_TOO_LOW/,
  ],
])(
  'one that %s is not blamed: its steps are blocked and say what to do',
  async (_habit, habits, detail) => {
    const report = await meet(habits)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('incomplete')
    expect(blockedIn(report).some((words) => detail.test(words))).toBe(true)
  },
  perRun,
)

it(
  'over the whole profile, a missing test controller is all that is not proven, though it keeps revocation lists',
  async () => {
    const report = await meet(usual, { scope: { kind: 'profile', id: 'governed-seller@3.0' } })
    expect(failuresOf(report)).toEqual([])
    expect(unprovenIn(report)).toEqual([
      'GOV-SE-011 not_applicable',
      'GOV-SE-044 not_applicable',
      'GOV-SE-045 not_applicable',
    ])
  },
  perRun,
)

it(
  'a seller on the official framework that asks as the specification says loses no point',
  async () => {
    const report = await runStranger((met) => openFrameworkSeller(met, askBySpecification), core)
    expect(failuresOf(report)).toEqual([])
    expect(report.verdict.status).toBe('conformant')
    expect(report.counts.requirements).toMatchObject({ violated: 0, not_exercised: 0 })
  },
  perRun,
)

it(
  'one that asks with the helpers of the framework does not do what the specification says of execution checks',
  async () => {
    const report = await runStranger((met) => openFrameworkSeller(met, askByDocumentation), core)
    expect(violatedIn(report)).toEqual(['GOV-SE-010', 'GOV-SE-040', 'GOV-SE-042', 'GOV-SE-048', 'GOV-SE-057'])
  },
  perRun,
)

function unprovenIn({ requirements }: RunReport): readonly string[] {
  return requirements.filter(({ status }) => status !== 'satisfied').map(({ id, status }) => `${id} ${status}`)
}

function blockedIn({ storyboards }: RunReport): readonly string[] {
  const steps = storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  return steps.flatMap(({ verdict }) => (verdict.status === 'blocked' ? [verdict.detail] : []))
}

function kitWithAccounts(governed: string, free: string): Promise<string> {
  return kitWith((shipped) =>
    shipped
      .replace(/^( +account:) .*$/m, `$1 { account_id: ${governed} }`)
      .replace(/^( +ungoverned_account:) .*$/m, `$1 { account_id: ${free} }`),
  )
}

function kitWith(change: (shipped: string) => string): Promise<string> {
  return scratchFile(change(readFileSync(join(packageRoot(), 'test-kits/acme-outdoor.yaml'), 'utf8')))
}
