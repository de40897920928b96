import { describe, expect, it } from 'vitest'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'
import { type Placed, prerequisitesOf } from './prerequisites.ts'

const sync = (id: string, more: Partial<Step> = {}): Step => ({ id, task: 'sync_plans', stateful: true, ...more })
const check = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  task: 'check_governance',
  stateful: true,
  ...more,
})

/** What the last step of these phases stands on. */
function standsOn(...phases: Phase[]): readonly string[] {
  const board: Storyboard = { id: 'b', phases }
  const placed = phases.flatMap((phase) =>
    phase.steps.map((step): Placed => ({ address: `${phase.id}/${step.id}`, phase, step, task: step.task })),
  )
  return prerequisitesOf(placed.at(-1) as Placed, placed, board, (task) => task === 'sync_plans')
}

describe('a stateful step stands on', () => {
  it('the earlier stateful steps that change state, in its own phase and in all before', () => {
    expect(
      standsOn(
        { id: 'p1', steps: [sync('a'), check('b')] },
        { id: 'p2', steps: [sync('c'), check('d'), check('last')] },
      ),
    ).toEqual(['p1/a', 'p2/c'])
  })

  it('nothing that comes later', () => {
    const board: Storyboard = { id: 'b', phases: [{ id: 'p', steps: [check('first'), sync('later')] }] }
    const [phase] = board.phases as [Phase]
    const placed = phase.steps.map((step): Placed => ({ address: step.id, phase, step, task: step.task }))
    expect(prerequisitesOf(placed[0] as Placed, placed, board, () => true)).toEqual([])
  })

  it.each<Partial<Step>>([{ stateful: false }, { expect_error: true }, { gov_reply: 'error' }, { gov_reply: 'any' }])(
    'no step that leaves no state: %j',
    (more) => {
      expect(standsOn({ id: 'p', steps: [sync('a', more), sync('b'), check('last')] })).toEqual(['p/b'])
    },
  )

  it('only the phases that its own depends on', () => {
    const p1: Phase = { id: 'p1', steps: [sync('a')] }
    const p2: Phase = { id: 'p2', steps: [sync('b')] }
    const p3 = (depends_on: string[]): Phase => ({ id: 'p3', depends_on, steps: [sync('c'), check('last')] })
    expect(standsOn(p1, p2, p3(['p1']))).toEqual(['p1/a', 'p3/c'])
    expect(standsOn(p1, p2, p3([]))).toEqual(['p3/c'])
    expect(standsOn(p1, p2, p3(['no such phase']))).toEqual(['p3/c'])
  })
})

it.each([false, undefined])('a step whose stateful is %s stands on nothing', (stateful) => {
  const last: Step = { id: 'last', task: 'check_governance', ...(stateful === undefined ? {} : { stateful }) }
  expect(standsOn({ id: 'p', steps: [sync('a'), last] })).toEqual([])
})
