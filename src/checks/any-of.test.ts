import { expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { anyOf } from './any-of.ts'
import { evidence, result } from './evidence.fixture.ts'

const params = { allowed_values: ['api_key', 'oauth'] }
const raised = (...flags: string[]) => evidence(result({}), { contributed: new Set(flags) })

it('passes when one of the flags was raised', () => {
  expect(anyOf.evaluate(params, raised('other', 'oauth'))).toEqual({ status: 'passed' })
})

it.each([[], ['other'], ['API_KEY']])('fails when %j was raised', (...flags) => {
  expect(anyOf.evaluate(params, raised(...flags))).toEqual({
    status: 'failed',
    message: 'no step raised api_key or oauth',
    pointer: null,
    expected: ['api_key', 'oauth'],
    actual: flags,
  })
})

it('blames the author who names no flag', () => {
  for (const none of [{}, { allowed_values: [] }])
    expect(() => anyOf.evaluate(none, raised('x'))).toThrow(AuthoringDefect)
})
