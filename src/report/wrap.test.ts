import { expect, it } from 'vitest'
import { columns, firstColumns, wrap } from './wrap.ts'

it.each<[string, string, number, string[]]>([
  ['short text', 'one two', 10, ['one two']],
  ['a line end at a space', 'one two three', 8, ['one two', 'three']],
  ['text of exactly the width', 'one two', 7, ['one two']],
  ['a word that is too long', 'a bcdefghij k', 4, ['a', 'bcde', 'fghi', 'j k']],
  ['runs of spaces', 'one   two', 20, ['one   two']],
  ['no text', '', 10, ['']],
  ['no limit', 'one two '.repeat(50).trim(), Number.POSITIVE_INFINITY, ['one two '.repeat(50).trim()]],
  ['wide characters', '広告 広告', 5, ['広告', '広告']],
])('wraps %s', (_name, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines)
})

it('counts columns as a terminal does', () => {
  expect(['abc', '広告', '🚀', 'e\u0301', ''].map(columns)).toEqual([3, 4, 2, 1, 0])
})

it('fits text into columns without cutting a character', () => {
  expect([firstColumns('abc', 2), firstColumns('広告', 3), firstColumns('abc', 5), firstColumns('', 5)]).toEqual([
    'ab',
    '広',
    'abc',
    '',
  ])
})
