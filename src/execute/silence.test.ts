import { expect, it } from 'vitest'
import { httpError, refusal, result, silence } from '../checks/evidence.fixture.ts'
import { Silence } from './silence.ts'

it('gives up after three calls in a row without a usable reply', () => {
  const patience = new Silence()
  const gaveUp = ['timeout', 'closed', 'not_protocol'].map((cause) => {
    const before = patience.gaveUp()
    patience.heard(silence(cause as 'timeout'))
    return before
  })
  expect([...gaveUp, patience.gaveUp()]).toEqual([false, false, false, true])
  expect(patience.words).toBe('the agent left 3 calls in a row without a usable reply, so the rest was not sent')
})

it.each([result({}), refusal(), httpError(500)])('starts again after any reply: %j', (reply) => {
  const patience = new Silence()
  for (const heard of [silence(), silence(), reply, silence(), silence()]) patience.heard(heard)
  expect(patience.gaveUp()).toBe(false)
})
