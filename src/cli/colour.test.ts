import { expect, it } from 'vitest'
import { isLive, wantsColour, widthOf } from './colour.ts'

const terminal = { write: () => {}, isTTY: true, columns: 90 }
const pipe = { write: () => {}, isTTY: false, columns: undefined }

it.each<[string, boolean, Parameters<typeof wantsColour>]>([
  ['a terminal', true, [terminal, {}]],
  ['a pipe', false, [pipe, {}]],
  ['a dumb terminal', false, [terminal, { TERM: 'dumb' }]],
  ['a terminal with NO_COLOR', false, [terminal, { NO_COLOR: '1' }]],
  ['a terminal with an empty NO_COLOR', true, [terminal, { NO_COLOR: '' }]],
  ['a pipe with FORCE_COLOR', true, [pipe, { FORCE_COLOR: '1' }]],
  ['a pipe with an empty FORCE_COLOR', true, [pipe, { FORCE_COLOR: '' }]],
  ['a terminal with FORCE_COLOR=0', false, [terminal, { FORCE_COLOR: '0' }]],
  ['NO_COLOR against FORCE_COLOR', false, [terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }]],
  ['--no-color against FORCE_COLOR', false, [terminal, { FORCE_COLOR: '1' }, false]],
])('colour for %s: %s', (_name, expected, args) => {
  expect(wantsColour(...args)).toBe(expected)
})

it('rewrites lines only on a terminal that can', () => {
  expect([isLive(terminal, {}), isLive(pipe, {}), isLive(terminal, { TERM: 'dumb' })]).toEqual([true, false, false])
})

it('wraps to the terminal, and never what is piped', () => {
  expect([terminal, pipe, { ...terminal, columns: undefined }, { ...terminal, columns: 0 }].map(widthOf)).toEqual([
    90,
    Number.POSITIVE_INFINITY,
    80,
    80,
  ])
})
