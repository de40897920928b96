import { describe, expect, it } from 'vitest'
import { bindingOf, judgeBindings } from './judge-bindings.ts'
import { trackerUrls } from './tracker-urls.ts'

const template = 'https://track.example/imp?sku={SKU}&p=1'
const breakout = bindingOf('{SKU}', 'breakout', '00013&cmd=drop')
const nested = bindingOf('{SKU}', 'nested', 'vacancy-{DEVICE_ID}-42')
const cafe = bindingOf('{SKU}', 'cafe', 'café-amsterdam')
const crlf = bindingOf('{SKU}', 'crlf', 'abc\r\nHost: evil.example')

function faultsIn(html: string, bindings = [breakout, nested, cafe], by = template) {
  return judgeBindings(bindings, by, trackerUrls(html)).map(({ binding, fault }) => [binding.name, fault ?? 'right'])
}

const img = (value: string) => `<img src="https://track.example/imp?sku=${value}&amp;p=1">`
const right = [img('00013%26cmd%3Ddrop'), img('vacancy-%7BDEVICE_ID%7D-42'), img('caf%C3%A9-amsterdam')]

it('finds every value where it must be', () => {
  expect(faultsIn(right.join(''))).toEqual([
    ['breakout', 'right'],
    ['nested', 'right'],
    ['cafe', 'right'],
  ])
})

it.each<[string, string, string]>([
  ['digits of escapes in small letters', img('caf%c3%a9-amsterdam'), 'right'],
  ['raw characters', img('café-amsterdam'), 'substitution_encoding_violation'],
  ['another normal form', img('cafe%CC%81-amsterdam'), 'substitution_encoding_violation'],
  ['nothing at all', img(''), 'substitution_binding_missing'],
  ['the macro itself', img('{SKU}'), 'substitution_binding_missing'],
  ['the macro itself, encoded', img('%7BSKU%7D'), 'substitution_binding_missing'],
  [
    'another place',
    img('caf%C3%A9-amsterdam').replace('track.example', 'other.example'),
    'substitution_binding_missing',
  ],
  ['another scheme', img('caf%C3%A9-amsterdam').replace('https:', 'http:'), 'substitution_binding_missing'],
  ['no preview', '', 'substitution_binding_missing'],
])('grades %s', (_name, html, fault) => {
  expect(faultsIn(html, [cafe])).toEqual([['cafe', fault]])
})

it.each<[string, string, typeof breakout, string]>([
  ['a value that breaks out of its parameter', img('00013&amp;cmd=drop'), breakout, 'substitution_encoding_violation'],
  ['an encoder that leaves reserved characters', img('00013%26cmd=drop'), breakout, 'substitution_encoding_violation'],
  ['a macro that is replaced within a value', img('vacancy-a1b2c3-42'), nested, 'nested_macro_re_expansion'],
  ['a macro within a value that is left raw', img('vacancy-{DEVICE_ID}-42'), nested, 'substitution_encoding_violation'],
  ['a line break in a header', img('abc\r\nHost: evil.example'), crlf, 'substitution_encoding_violation'],
  ['a line break that was dropped', img('abcHost: evil.example'), crlf, 'substitution_encoding_violation'],
])('catches %s', (_name, html, binding, fault) => {
  expect(faultsIn(html, [binding])).toEqual([[binding.name, fault]])
})

it('catches one wrong value beside a right one', () => {
  expect(faultsIn(img('caf%C3%A9-amsterdam') + img('café-amsterdam'), [cafe])).toEqual([
    ['cafe', 'substitution_encoding_violation'],
  ])
})

describe('a macro that is the whole address', () => {
  const script = bindingOf('{CLICK}', 'script', 'javascript:alert(0)')
  it('must not bring its own scheme', () => {
    expect(faultsIn('<a href="javascript:alert(0)">x</a>', [script], '{CLICK}')).toEqual([
      ['script', 'substitution_scheme_injection'],
    ])
    expect(faultsIn('<a href="javascript%3Aalert%280%29">x</a>', [script], '{CLICK}')).toEqual([['script', 'right']])
  })
})

it('aligns parameters of one name by their position, and values with fixed text around them', () => {
  const by = 'https://t.example/a-{SKU}-z/p?x=1&x={SKU}'
  const html = (path: string, query: string) => `<img src="https://t.example/a-${path}-z/p?x=1&amp;x=${query}">`
  const plain = bindingOf('{SKU}', 'plain', 'b c')
  expect(faultsIn(html('b%20c', 'b%20c'), [plain], by)).toEqual([['plain', 'right']])
  expect(faultsIn(html('b%20c', 'b+c'), [plain], by)).toEqual([['plain', 'substitution_encoding_violation']])
})
