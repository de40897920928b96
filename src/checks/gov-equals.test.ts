import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import type { Comparison } from './compared-value.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { govDiffers, govEquals } from './gov-equals.ts'

const seen = evidence(result({ x: { a: 1, b: [true, null] }, none: null }))

describe('gov_equals', () => {
  it.each<Comparison>([
    { path: 'x', value: { b: [true, null], a: 1 } },
    { path: 'none', value: null },
    { actual: ['p'], value: ['p'] },
    { actual: null, value: null },
  ])('passes for %j', (comparison) => {
    expect(govEquals.evaluate(comparison, seen)).toEqual({ status: 'passed' })
  })

  it.each<Json>([{ a: 1 }, { a: 1, b: [null, true] }, { a: '1', b: [true, null] }, null, []])(
    'fails when the reply should hold %j',
    (value) => {
      expect(govEquals.evaluate({ path: 'x', value }, seen)).toEqual({
        status: 'failed',
        message: 'x differs',
        pointer: '/x',
        expected: value,
        actual: { a: 1, b: [true, null] },
      })
    },
  )

  it('fails when a captured value differs', () => {
    expect(govEquals.evaluate({ actual: '1', value: 1 }, seen)).toEqual({
      status: 'failed',
      message: 'the two values differ',
      pointer: '',
      expected: 1,
      actual: '1',
    })
  })

  it('does not take absence for null', () => {
    expect(govEquals.evaluate({ path: 'y', value: null }, seen)).toMatchObject({ status: 'failed' })
  })
})

describe('gov_differs', () => {
  it.each<Comparison>([
    { path: 'x', value: { a: 1 } },
    { actual: 'a', value: 'b' },
    { actual: 0, value: null },
    { actual: '', value: null },
  ])('passes for %j', (comparison) => {
    expect(govDiffers.evaluate(comparison, seen)).toEqual({ status: 'passed' })
  })

  it('fails for the same value in another key order', () => {
    expect(govDiffers.evaluate({ path: 'x', value: { b: [true, null], a: 1 } }, seen)).toEqual({
      status: 'failed',
      message: 'x: the two values are the same',
      pointer: '/x',
      expected: { not: { b: [true, null], a: 1 } },
      actual: { a: 1, b: [true, null] },
    })
  })

  it.each(['y', 'none', 'x.a.b', 'toString'])('fails when there is no value at %s', (path) => {
    expect(govDiffers.evaluate({ path, value: 'old' }, seen)).toMatchObject({
      status: 'failed',
      message: `${path}: there is no value to compare`,
      actual: null,
    })
  })

  it('fails when a captured value is null', () => {
    expect(govDiffers.evaluate({ actual: null, value: 'old' }, seen)).toEqual({
      status: 'failed',
      message: 'there is no value to compare',
      pointer: '',
      expected: { not: 'old' },
      actual: null,
    })
  })
})

describe.each([govEquals, govDiffers])('$kind', (check) => {
  it.each(noResult)('fails when the agent answered $words', ({ reply }) => {
    expect(check.evaluate({ path: 'x', value: 1 }, evidence(reply))).toMatchObject({ status: 'failed', actual: null })
  })

  it.each([{}, { path: 'y' }, { actual: 1 }, { value: 1 }])('never passes when a side was left out: %j', (params) => {
    expect(() => check.evaluate(params as Comparison, seen)).toThrow(AuthoringDefect)
  })
})
