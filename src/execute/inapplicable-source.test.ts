import { expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Step } from '../model/storyboard.ts'
import { audit, plannedPhases, play } from './scripted-transport.fixture.ts'

const giving = audit({ id: 'give', context_outputs: [{ name: 'x', path: 'x' }] })
const board = (step: Partial<Step>, skip_if = '!test_kit.x') =>
  plannedPhases([
    { id: 'p1', skip_if, steps: [giving] },
    { id: 'p2', steps: [audit({ id: 'use', ...step })] },
  ])
const verdictOf = async (step: Partial<Step>, skip_if?: string) =>
  (await play(board(step, skip_if), () => result({ x: 1 }))).verdicts.at(-1)

const using: Partial<Step>[] = [
  { sample_request: { a: ['is $context.x'] } },
  { sample_request: { a: '{{prior_step.give.x}}' } },
  { context_inputs: [{ key: 'x', inject_at: 'a' }] },
  { gov_adjust_from: 'give' },
  { triggered_by: 'give' } as Partial<Step>,
]

it.each(using)('a step that needs what an inapplicable one would have given does not apply: %j', async (step) => {
  expect(await verdictOf(step)).toEqual({
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: 'it needs what b/p1/give would have given, and that does not apply',
  })
})

it.each(using)('a step that got what it needs is sent: %j', async (step) => {
  expect(await verdictOf(step, 'test_kit.x')).toEqual({ status: 'passed' })
})

it('a step that only speaks of it in words is sent', async () => {
  expect(await verdictOf({ narrative: '$context.x', expected: '{{prior_step.give.x}}' })).toEqual({ status: 'passed' })
})

it('a step is blocked when what it needs is missing for another reason', async () => {
  const { verdicts } = await play(board({ sample_request: { a: '$context.x' } }, 'test_kit.x'), () => refusal())
  expect(verdicts[1]).toMatchObject({ status: 'blocked', reason: 'unresolved_substitution' })
  expect(await verdictOf({ sample_request: { a: '$context.never' } })).toMatchObject({
    reason: 'unresolved_substitution',
  })
})
