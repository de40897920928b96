import { beforeAll, describe, expect, it } from 'vitest'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { frozenSettings, thawed } from './frozen.ts'
import { certifiedRun } from './submission.fixture.ts'

let bundle: Bundle

beforeAll(async () => {
  bundle = await openBundle(await certifiedRun({ kind: 'storyboards', names: ['governance_agent/budget'] }))
}, 30_000)

const manner = (parts: object): Bundle => ({
  ...bundle,
  manifest: { ...bundle.manifest, manner: { ...bundle.manifest.manner, ...parts } },
})

describe('the frozen settings', () => {
  it('hold for a run that was made with them, and for no other', () => {
    expect(thawed(bundle)).toEqual([])
    expect(thawed(manner({ dates: 'as-written' }))).toEqual([
      'the run had dates as-written, and a certificate needs shift',
    ])
    expect(thawed(manner({ limits: { ...frozenSettings.limits, delayMs: 5 } }))).toEqual([
      'the run had limits of its own',
    ])
    expect(thawed(manner({ seeded_state: true }))).toEqual(['the run presupposed state at the agent'])
  })

  it('tell ids that were picked by hand', () => {
    expect(thawed(manner({ id_seed: undefined }))).toEqual(['the ids of the run do not follow from a seed'])
    expect(thawed(manner({ id_seed: 'another' })).join()).toMatch(/^\d+ ids of the run do not follow from its seed$/)
  })

  it('leave no room for values that were given by hand, nor for a second agent that answers what the first cannot', () => {
    const settings = { ...(bundle.report.settings as object), context: { plan_id: 'p' } }
    const told = { ...bundle, report: { ...bundle.report, settings } } as Bundle
    expect(thawed(told)).toEqual(['the run was told by hand what it could not capture'])
    const stage = { ...bundle.manifest.stage, agents: { one: 'https://one.example', two: 'https://two.example' } }
    expect(thawed({ ...bundle, manifest: { ...bundle.manifest, stage } })).toEqual(['the run was of several agents'])
  })
})
