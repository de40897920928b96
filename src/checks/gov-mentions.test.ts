import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { JsonObject } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { govMentions } from './gov-mentions.ts'

const who = 'Robin "R" Acker'

describe('gov_mentions', () => {
  it.each<JsonObject>([{ by: who }, { plans: [{ note: `Approved by ${who}.` }] }, { [who]: null }])(
    'passes for %j',
    (payload) =>
      expect(govMentions.evaluate({ values: [who] }, evidence(result(payload)))).toEqual({ status: 'passed' }),
  )

  it.each<JsonObject>([{}, { by: 'Robin' }, { by: null }, { by: ['Robin', 'Acker'] }])('fails for %j', (payload) => {
    expect(govMentions.evaluate({ values: [who] }, evidence(result(payload)))).toEqual({
      status: 'failed',
      message: `the reply does not mention ${who}`,
      pointer: '',
      expected: [who],
      actual: [],
    })
  })

  it('wants each of them', () => {
    const seen = evidence(result({ by: 'Robin' }))
    expect(govMentions.evaluate({ values: ['Robin', 'Acker'] }, seen)).toMatchObject({ actual: ['Robin'] })
  })

  it.each(noResult)('fails for $words', ({ reply }) => {
    expect(govMentions.evaluate({ values: ['nobody'] }, evidence(reply))).toMatchObject({ status: 'failed' })
  })

  it.each([[[]], [['']], [['  ']]])('does not look for %j', (values) => {
    expect(() => govMentions.evaluate({ values }, evidence(result({})))).toThrow(AuthoringDefect)
  })
})
