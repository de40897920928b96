import { expect, it } from 'vitest'
import { evidence, result } from '../checks/evidence.fixture.ts'
import { judgeStep } from './judge-step.ts'

it('blocks a step whose comparison did not take place, because an earlier step captured nothing', () => {
  const authored = { check: 'field_equals_context', path: 'a', context_key: 'seen' }
  const { verdict } = judgeStep(evidence(result({ a: 1 })), [{ authored, params: { path: 'a', context_key: 'seen' } }])
  expect(verdict).toEqual({
    status: 'blocked',
    reason: 'unresolved_substitution',
    detail: 'no step captured "seen"',
  })
})
