import { describe, expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Step } from '../model/storyboard.ts'
import { audit, planned, play, sync } from './scripted-transport.fixture.ts'

/** A state-changing step for which the agent offers no tool. */
const missing = (more: Partial<Step> = {}) => sync({ id: 'gone', requires_tool: 'sync_accounts', ...more })
const substitute = (more: Partial<Step> = {}) =>
  audit({ id: 'peer', stateful: true, provides_state_for: 'gone', ...more })
const later = audit({ id: 'later', stateful: true })
const statuses = (verdicts: readonly { status: string }[]) => verdicts.map(({ status }) => status)

const standsOn = {
  status: 'blocked',
  reason: 'prerequisite_failed',
  detail: 'it stands on b/p1/gone, which did not leave its state',
}

describe('a step that provides the state of another', () => {
  const substituted = { status: 'not_applicable', reason: 'peer_substituted', detail: 'gone state provided by p1.peer' }

  it.each<[string, Step[]]>([
    ['after it', [missing(), substitute()]],
    ['before it', [substitute(), missing()]],
    ['as one of several', [missing(), substitute({ provides_state_for: ['other', 'gone'] })]],
    ['in the older word', [missing(), audit({ id: 'peer', stateful: true, peer_substitutes_for: 'gone' })]],
  ])('stands in for one that the agent cannot take: %s', async (_words, steps) => {
    const { report, verdicts } = await play(planned([steps, [later]]), [])
    expect(verdicts).toContainEqual(substituted)
    expect(verdicts.at(-1)).toEqual({ status: 'passed' })
    expect(report.status).toBe('passed')
  })

  it.each<[string, Step[]]>([
    ['it failed itself', [missing(), substitute({ expect_error: true })]],
    ['it has no state', [missing(), substitute({ stateful: false }), sync({ id: 'more' })]],
    ['it names another', [missing(), substitute({ provides_state_for: 'other' })]],
  ])('stands in for nothing when %s', async (_words, steps) => {
    const { verdicts } = await play(planned([steps, [later]]), [])
    expect(verdicts[0]).toMatchObject({ status: 'blocked', reason: 'missing_tool' })
    expect(verdicts.at(-1)).toEqual(standsOn)
  })

  it('stands in for nothing across phases', async () => {
    const { verdicts } = await play(planned([[missing(), sync()], [substitute()], [later]]), [])
    expect(statuses(verdicts)).toEqual(['blocked', 'blocked', 'blocked', 'blocked'])
  })

  it('stands in for nothing that was sent and failed', async () => {
    const { verdicts } = await play(planned([[sync({ id: 'gone' }), substitute()], [later]]), ({ task }) =>
      task === 'sync_plans' ? refusal() : result({}),
    )
    expect(statuses(verdicts)).toEqual(['failed', 'blocked', 'blocked'])
  })
})

describe('a step that could not be sent', () => {
  it('holds nothing up as the only one with state in its phase', async () => {
    const { verdicts } = await play(planned([[missing(), audit()], [later]]), [])
    expect(statuses(verdicts)).toEqual(['blocked', 'passed', 'passed'])
  })

  it('holds up what stands on it when its phase has more state', async () => {
    const { verdicts } = await play(planned([[missing(), sync()], [later]]), [])
    expect(verdicts.at(-1)).toEqual(standsOn)
  })

  it('holds nothing up for a phase that names what it depends on, and does not name this one', async () => {
    const phases = [
      { id: 'p1', steps: [missing(), sync()] },
      { id: 'p2', depends_on: [], steps: [later] },
    ]
    const { verdicts } = await play(planned([], { phases }), [])
    expect(verdicts.at(-1)).toEqual({ status: 'passed' })
  })
})

it('what stands on something that does not apply does not apply either', async () => {
  const phases = [
    { id: 'p1', skip_if: '!test_kit.x', steps: [sync({ id: 'gone' }), sync({ id: 'more' })] },
    { id: 'p2', steps: [later] },
  ]
  const { agent, verdicts } = await play(planned([], { phases }), [])
  expect(verdicts.at(-1)).toEqual({
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: 'it stands on b/p1/gone, which does not apply',
  })
  expect(agent.heard).toEqual([])
})
