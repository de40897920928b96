import { describe, expect, it } from 'vitest'
import { evidence, refusal, result, v31 } from './evidence.fixture.ts'
import { govOutcome } from './gov-outcome.ts'

describe('gov_outcome', () => {
  it('reads status at 3.0 and outcome_state from 3.1', () => {
    expect(govOutcome.evaluate({ value: 'accepted' }, evidence(result({ status: 'accepted' })))).toEqual({
      status: 'passed',
    })
    const at31 = evidence(result({ status: 'completed', outcome_state: 'findings' }), { adcp: v31 })
    expect(govOutcome.evaluate({ value: 'findings' }, at31)).toEqual({ status: 'passed' })
  })

  it('does not take the field of another version', () => {
    expect(govOutcome.evaluate({ value: 'accepted' }, evidence(result({ outcome_state: 'accepted' })))).toMatchObject({
      status: 'failed',
      message: 'there is no state of the outcome in "status"',
    })
    expect(
      govOutcome.evaluate({ value: 'accepted' }, evidence(result({ status: 'accepted' }), { adcp: v31 })),
    ).toMatchObject({
      status: 'failed',
      pointer: '/outcome_state',
    })
  })

  it.each([['findings'], ['completed'], [null], [''], [['accepted']]])('fails for %j', (status) => {
    expect(govOutcome.evaluate({ value: 'accepted' }, evidence(result({ status })))).toMatchObject({
      status: 'failed',
      expected: 'accepted',
      actual: status,
    })
  })

  it('fails for an error', () => {
    expect(govOutcome.evaluate({ value: 'accepted' }, evidence(refusal()))).toMatchObject({ status: 'failed' })
  })
})
