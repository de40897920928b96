import { expect, it } from 'vitest'
import type { Reply } from '../model/exchange.ts'
import { evidence, httpError, refusal, result, rpcError, silence } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'
import { replayNotCachedRateLimit } from './replay-not-cached-rate-limit.ts'

const limited = refusal({ code: 'RATE_LIMITED' })
const grade = (...replies: readonly Reply[]) =>
  replayNotCachedRateLimit.evaluate({}, evidence(result({}), { siblings: replies.map((reply) => exchanged(reply)) }))

it.each([result({ media_buy_id: 'm' }), refusal({ code: 'PRODUCT_NOT_FOUND' }), rpcError(-32602, 'no')])(
  'passes when the repeated call is answered anew: %j',
  (reply) => expect(grade(limited, reply)).toEqual({ status: 'passed' }),
)

it('fails when the refusal is given again', () => {
  expect(grade(limited, refusal({ code: 'RATE_LIMITED' }))).toEqual({
    status: 'failed',
    message: 'the repeated call was answered with the error RATE_LIMITED',
    pointer: null,
    expected: 'an answer that is not RATE_LIMITED',
    actual: 'RATE_LIMITED',
  })
})

it.each([silence(), httpError(429), httpError(500)])('fails when the repeated call gets no answer: %j', (reply) => {
  expect(grade(limited, reply)).toMatchObject({ status: 'failed', actual: null })
})

it.each([[[]], [[limited]], [[result({}), result({})]]])(
  'says nothing when no call was refused for its rate: %j',
  (replies) => {
    expect(grade(...replies)).toMatchObject({ status: 'not_applicable' })
  },
)
