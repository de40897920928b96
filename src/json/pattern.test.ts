import { expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { patternFound } from './pattern.ts'

it.each([
  ['^\\d+\\.\\d+(-[a-zA-Z0-9.-]+)?$', '3.1-rc.3'],
  ['b+', 'abc'],
  ['a/b', 'a/b'],
  ['', ''],
])('%s is found in %s', (pattern, text) => expect(patternFound(pattern, text)).toBe(true))

it.each([
  ['^\\d+\\.\\d+$', '3.1.0'],
  ['B', 'abc'],
])('%s is not found in %s', (pattern, text) => expect(patternFound(pattern, text)).toBe(false))

it.each(['(', '(?=a)', '(a)\\1', '[z-a]'])('blames the author for %s', (pattern) => {
  expect(() => patternFound(pattern, 'a')).toThrow(AuthoringDefect)
})

it('takes a text that was made to be slow in its stride', () => {
  const before = performance.now()
  expect(patternFound('^(a+)+$', `${'a'.repeat(50_000)}!`)).toBe(false)
  expect(performance.now() - before).toBeLessThan(5_000)
})
