import { expect, it } from 'vitest'
import { hostile } from './hostile-report.fixture.ts'
import { jsonText } from './json-text.ts'

it('escapes what steers a terminal or turns text around, and stays the same value', () => {
  const value = { '\u009b2J\u202e': [hostile, '\u0000\u007f\u2028\ufeff', null, 1] }
  const text = jsonText(value)
  expect(text).not.toMatch(/[\p{Cc}\u2028\u202e\u2066\ufeff]/u)
  expect(JSON.parse(text)).toEqual(value)
})

it('is as JSON.stringify writes it otherwise', () => {
  const value = { a: ['אבג', 'ü', '😀', { b: '"\\' }] }
  expect(jsonText(value)).toBe(JSON.stringify(value))
  expect(jsonText(value, 2)).toBe(JSON.stringify(value, null, 2))
})
