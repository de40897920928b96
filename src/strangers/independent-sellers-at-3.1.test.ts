import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { has3_1, type Installed, install3_1 } from '../adcp-3.1.fixture.ts'
import type { RunReport } from '../model/run-report.ts'
import { failuresOf } from '../suite.fixture.ts'
import type { Habits } from './spec-seller/habits.fixture.ts'
import { manyOffers } from './spec-seller/offers.fixture.ts'
import { openSpecSeller } from './spec-seller/open-spec-seller.fixture.ts'
import { runStranger } from './spec-seller/run-stranger.fixture.ts'

/** The seller that was written from the specification, as AdCP 3.1 has it. */
const usual: Habits = { offers: manyOffers, accounts: 'declared', purchases: 'answered', checks: 1, release: '3.1' }
const perRun = 120_000

describe.skipIf(!has3_1('independent sellers'))('at AdCP 3.1', () => {
  let installed: Installed
  beforeAll(async () => {
    installed = await install3_1()
  }, 60_000)
  afterAll(() => installed.remove())

  const meet = (habits: Habits, id: string): Promise<RunReport> =>
    runStranger((met) => openSpecSeller({ habits, ...met }), {
      adcpVersion: '3.1',
      bundles: installed.bundles,
      scope: { kind: 'profile', id },
    })

  it.each<[string, Habits]>([
    ['answers at once', usual],
    ['takes purchases on as tasks, and asks three times', { ...usual, purchases: 'taken_on', checks: 3 }],
    ['refuses tokens with the codes of the security page', { ...usual, refusals: 'taxonomy' }],
  ])(
    'a seller from the specification is conformant: it %s',
    async (_habit, habits) => {
      const report = await meet(habits, 'governed-seller-core@3.1')
      expect(failuresOf(report)).toEqual([])
      expect(unprovenIn(report)).toEqual(['GOV-SE-011 not_applicable'])
      expect(report.verdict.status).toBe('conformant')
    },
    perRun,
  )

  it(
    'over the whole profile, a missing test controller is all that is not proven',
    async () => {
      const report = await meet(usual, 'governed-seller@3.1')
      expect(failuresOf(report)).toEqual([])
      expect(unprovenIn(report)).toEqual([
        'GOV-SE-011 not_applicable',
        'GOV-SE-044 not_applicable',
        'GOV-SE-045 not_applicable',
      ])
    },
    perRun,
  )
})

function unprovenIn({ requirements }: RunReport): readonly string[] {
  return requirements.filter(({ status }) => status !== 'satisfied').map(({ id, status }) => `${id} ${status}`)
}
