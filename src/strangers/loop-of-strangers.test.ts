import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AgentOrder, LaunchedAgent } from '../cli/loop/agent-order.ts'
import { packageRoot } from '../load/package-root.ts'
import { scratchFile } from '../load/scratch-folder.fixture.ts'
import type { RunReport } from '../model/run-report.ts'
import type { RunOptions } from '../run.ts'
import { type LoopRun, runLoop } from '../self-test/two-agents.fixture.ts'
import { failuresOf } from '../suite.fixture.ts'
import { askBySpecification, openFrameworkSeller } from './framework-seller.fixture.ts'
import type { Habits } from './spec-seller/habits.fixture.ts'
import { manyOffers } from './spec-seller/offers.fixture.ts'
import { openSpecSeller } from './spec-seller/open-spec-seller.fixture.ts'
import type { Met, Stranger } from './spec-seller/run-stranger.fixture.ts'

/**
 * Sellers of other authors beside the governance agent of this program. A point that either loses would be a false alarm.
 */
const usual: Habits = { offers: manyOffers, accounts: 'declared', purchases: 'answered', checks: 1 }
const scope = { kind: 'profile', id: 'governed-loop@3.0' } as const
const perRun = 60_000

const meet = (open: (met: Met) => Promise<Stranger>, options: Partial<LoopRun> = {}) =>
  runLoop({ scope, stranger: (order) => launched(order, open), ...options })

const meetSpecSeller = (habits: Habits, more: Partial<RunOptions> = {}) =>
  meet((met) => openSpecSeller({ habits, ...met }), { more })

describe('a seller from the specification and our governance agent are conformant together: it', () => {
  it.each<[string, Habits]>([
    ['lists first what is too dear, bid for, or in another currency', usual],
    ['asks three times before it sells', { ...usual, checks: 3 }],
    ['takes purchases on as tasks, and decides later', { ...usual, purchases: 'taken_on' }],
    ['sells by auction alone', { ...usual, offers: manyOffers.filter(({ floor }) => floor !== undefined) }],
    ['sells in another currency alone', { ...usual, offers: manyOffers.filter(({ currency }) => currency === 'EUR') }],
    ['refuses tokens with the codes of the security page', { ...usual, refusals: 'taxonomy' }],
  ])(
    '%s',
    async (_habit, habits) => {
      expect(outcomeOf(await meetSpecSeller(habits))).toEqual(nothingLost)
    },
    perRun,
  )

  it(
    'gives accounts itself, and the test kit names one',
    async () => {
      const testKit = await kitWithAccount('hv-buyer-governed')
      expect(outcomeOf(await meetSpecSeller({ ...usual, accounts: 'given' }, { testKit }))).toEqual(nothingLost)
    },
    perRun,
  )
})

it(
  'a seller on the official framework and our governance agent are conformant together',
  async () => {
    expect(outcomeOf(await meet((met) => openFrameworkSeller(met, askBySpecification)))).toEqual(nothingLost)
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
    /none of the products in the reply can/,
  ],
  [
    'says so only when it is asked to sell',
    { ...usual, offers: manyOffers.slice(0, 1), hidesMinimum: true },
    /does not sell on the terms of the test kit \(BUDGET_TOO_LOW/,
  ],
])(
  'a seller that %s is not blamed, nor is the other agent: steps are blocked and say what to do',
  async (_habit, habits, detail) => {
    const report = await meetSpecSeller(habits)
    expect({ failures: failuresOf(report), status: report.verdict.status }).toEqual({
      failures: [],
      status: 'incomplete',
    })
    expect(blockedIn(report).some((words) => detail.test(words))).toBe(true)
  },
  perRun,
)

const nothingLost = { failures: [], status: 'conformant', unproven: [] }

function outcomeOf(report: RunReport) {
  const unproven = report.requirements.filter(({ status }) => status !== 'satisfied')
  return { failures: failuresOf(report), status: report.verdict.status, unproven: unproven.map(({ id }) => id) }
}

function blockedIn({ storyboards }: RunReport): readonly string[] {
  const steps = storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  return steps.flatMap(({ verdict }) => (verdict.status === 'blocked' ? [verdict.detail] : []))
}

async function launched(
  { tokens, certificate }: AgentOrder,
  open: (met: Met) => Promise<Stranger>,
): Promise<LaunchedAgent> {
  let brand: string | undefined
  const stranger = await open({ principals: new Map(tokens), brandOf: () => brand, trusted: certificate.cert })
  return {
    ...stranger,
    async learnBrand(brandUrl) {
      brand = brandUrl
    },
  }
}

function kitWithAccount(id: string): Promise<string> {
  const shipped = readFileSync(join(packageRoot(), 'test-kits/acme-outdoor.yaml'), 'utf8')
  return scratchFile(shipped.replace(/^( +account:) .*$/m, `$1 { account_id: ${id} }`))
}
