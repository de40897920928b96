import { describe, expect, it } from 'vitest'
import { httpError, pending, refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { BoardState } from './board-state.ts'
import { exchange, planned } from './scripted-transport.fixture.ts'

const ids = { uuid: () => 'u', opaque: () => 'o' }
const board = planned(
  [
    [
      { id: 'sync', task: 'sync_plans', stateful: true, context_outputs: [{ name: 'plan_id' }, { key: 'older' }] },
      { id: 'check', task: 'check_governance', stateful: true },
    ],
  ],
  { context: { literal: { a: 1 } } },
)
const [sync, check] = board.steps as [PlannedStep, PlannedStep]
const state = () => new BoardState(board, ids, {})

it('starts with the literal context of the storyboard', () => {
  expect([...state().scope().context]).toEqual([['literal', { a: 1 }]])
})

it('knows who captures a name', () => {
  const { capturedBy } = state().scope()
  expect([capturedBy('plan_id'), capturedBy('older'), capturedBy('literal'), capturedBy('toString')]).toEqual([
    'b/p1/sync',
    'b/p1/sync',
    undefined,
    undefined,
  ])
})

describe('the state that a step leaves', () => {
  const failed: StepVerdict = { status: 'failed' }
  const passed: StepVerdict = { status: 'passed' }

  it.each<[string, StepVerdict, Reply | undefined, boolean]>([
    ['passed', passed, result({}), true],
    ['answered with a result, of which a detail was wrong', failed, result({}), true],
    ['refused', failed, refusal(), false],
    ['answered with HTTP 500', failed, httpError(500), false],
    ['still in progress', { status: 'blocked', reason: 'nothing_evaluated', detail: 'd' }, pending('submitted'), false],
    ['in progress, as its author allows', passed, pending('submitted'), true],
    ['not sent', { status: 'blocked', reason: 'missing_tool', detail: 'd' }, undefined, false],
  ])('when it was %s', (_how, verdict, reply, left) => {
    const now = state()
    now.record(sync, verdict, reply && exchange(reply))
    expect(now.missingPrerequisite(check)).toBe(left ? undefined : 'b/p1/sync')
    expect(now.missingPrerequisite(sync)).toBeUndefined()
  })

  it('is missing before it was sent', () => {
    expect(state().missingPrerequisite(check)).toBe('b/p1/sync')
  })
})

it.each([
  [result({ a: 1 }), { a: 1 }],
  [refusal(), undefined],
  [httpError(500), undefined],
])('offers the payload of an earlier result: %j', (reply, payload) => {
  const now = state()
  now.record(sync, { status: 'passed' }, exchange(reply))
  expect(now.scope().earlierPayload('sync')).toEqual(payload)
  expect(now.scope().earlierPayload('check')).toBeUndefined()
  expect(now.earlier('sync')?.reply).toEqual(reply)
  expect(now.earlier('__proto__')).toBeUndefined()
})
