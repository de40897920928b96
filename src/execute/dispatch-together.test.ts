import { describe, expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import type { Heard } from './scripted-transport.fixture.ts'
import { audit, outcomes, planned, play, waitingClock } from './scripted-transport.fixture.ts'

const together = (more: Partial<NonNullable<Step['parallel_dispatch']>> = {}, step: Partial<Step> = {}) =>
  planned([
    [
      audit({
        sample_request: { idempotency_key: '$generate:uuid_v4#key' },
        parallel_dispatch: { count: 3, ...more },
        validations: [{ check: 'field_present', path: 'id' }],
        ...step,
      }),
    ],
  ])

const inFlight = (retry_after?: Json): Reply =>
  refusal(
    { code: 'IDEMPOTENCY_IN_FLIGHT' },
    { adcp_error: { code: 'IDEMPOTENCY_IN_FLIGHT', ...(retry_after === undefined ? {} : { retry_after }) } },
  )

describe('a request that is sent several times at once', () => {
  it('goes out over a session each, with the same key, and each reply is graded', async () => {
    const { agent, steps } = await play(together(), () => result({ id: 'mb' }))
    expect(agent.heard.map((call) => call.arguments.idempotency_key)).toEqual(Array(3).fill('uuid-1'))
    expect([agent.opened, agent.closed]).toEqual([3, 3])
    expect(steps[0]).toMatchObject({ verdict: { status: 'passed' } })
    expect(steps[0]?.alsoSent).toHaveLength(2)
    expect(outcomes(steps[0])).toEqual([
      ['gov_reply', 'passed'],
      ['field_present', 'passed'],
    ])
  })

  it('has a key each when the author says so', async () => {
    const { agent } = await play(together({ same_idempotency_key: false }), () => result({ id: 'mb' }))
    expect(new Set(agent.heard.map((call) => call.arguments.idempotency_key)).size).toBe(3)
  })

  it.each([0, 1, 2])('fails when any of the replies is wrong: %i', async (wrong) => {
    const script = (_call: Heard, at: number) => result(at === wrong ? {} : { id: 'mb' })
    const { steps } = await play(together(), script)
    expect(steps[0]?.verdict).toEqual({ status: 'failed' })
    expect(outcomes(steps[0])).toEqual([
      ['gov_reply', 'passed'],
      ['field_present', 'failed'],
    ])
  })

  it('waits as long as the agent says for what is in flight, and asks again with the same key', async () => {
    const clock = waitingClock()
    const script = (_call: Heard, at: number) => (at === 1 ? inFlight(2) : result({ id: 'mb' }))
    const { agent, steps } = await play(together(), script, clock)
    expect(steps[0]?.verdict).toEqual({ status: 'passed' })
    expect(agent.heard.map((call) => call.arguments)).toEqual(Array(4).fill({ idempotency_key: 'uuid-1' }))
    expect(clock.waits).toEqual([2000])
    expect(steps[0]?.alsoSent).toHaveLength(3)
  })

  it('gives up on what stays in flight for longer than a step may take', async () => {
    const clock = waitingClock()
    const script = (_call: Heard, at: number) => (at === 0 ? result({ id: 'mb' }) : inFlight())
    const { steps } = await play(together({ count: 2 }), script, { ...clock, stepTimeoutMs: 5000 })
    expect(steps[0]?.verdict).toEqual({ status: 'failed' })
    expect(clock.waits).toEqual([1000, 1000, 1000, 1000])
  })

  it('does not wait longer than a step may take, whatever the agent says', async () => {
    const clock = waitingClock()
    const { steps } = await play(together({ count: 2 }), () => inFlight(3600), clock)
    expect([steps[0]?.verdict.status, clock.waits]).toEqual(['failed', []])
  })

  it.each([0, 1, 11, 2.5, -1])('%d times is a defect of the storyboard', async (count) => {
    const { agent, verdicts } = await play(together({ count }), [])
    expect(verdicts).toEqual([
      { status: 'blocked', reason: 'authoring_defect', detail: 'parallel_dispatch.count is a number from 2 to 10' },
    ])
    expect(agent.opened).toBe(0)
  })
})
