import { describe, expect, it } from 'vitest'
import { compactJson, terminalSafe } from './terminal-safe.ts'

describe('terminal-safe text', () => {
  it.each([
    ['an ANSI colour', '\u001b[31mred', '\\u001b[31mred'],
    ['an OSC title', '\u001b]0;title\u0007', '\\u001b]0;title\\u0007'],
    ['a C1 control sequence introducer', '\u009b2J', '\\u009b2J'],
    ['line ends and tabs', 'a\nb\r\nc\td', 'a\\nb\\r\\nc\\td'],
    ['unicode line ends', 'a\u2028b\u2029c\u0085d', 'a\\u2028b\\u2029c\\u0085d'],
    ['a direction override', 'a\u202eb\u2066c\u200fd', 'a\\u202eb\\u2066c\\u200fd'],
    ['zero-width characters', 'a\u200bb\u200dc\ufeffd\u2060e', 'a\\u200bb\\u200dc\\ufeffd\\u2060e'],
    ['tag characters', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['invisible letters', 'a\u3164b\u115fc', 'a\\u3164b\\u115fc'],
    ['half a surrogate pair', 'a\ud83db', 'a\\ud83db'],
    ['marks heaped on a letter', `a${'\u0301'.repeat(5)}`, `a${'\u0301'.repeat(4)}\\u0301`],
    ['NUL and DEL', 'a\u0000b\u007fc', 'a\\u0000b\\u007fc'],
  ])('shows %s as an escape', (_name, text, shown) => {
    expect(terminalSafe(text)).toBe(shown)
  })

  it('leaves words of any language and emoji alone', () => {
    expect(terminalSafe('Grüße, 広告, реклама, 🚀, é')).toBe('Grüße, 広告, реклама, 🚀, é')
  })

  it('cuts long text and says how much is left', () => {
    expect(terminalSafe('a'.repeat(10), 10)).toBe('a'.repeat(10))
    expect(terminalSafe('a'.repeat(12), 10)).toBe(`${'a'.repeat(10)}… (2 more)`)
  })

  it('does not cut an emoji in two', () => {
    expect(terminalSafe('🚀🚀🚀', 2)).toBe('🚀🚀… (2 more)')
  })

  it('changes nothing more the second time', () => {
    const once = terminalSafe('a\u001b[2J\u202e\n')
    expect(terminalSafe(once)).toBe(once)
  })
})

describe('compact JSON', () => {
  it.each([
    [{ a: [1, null, 'x'] }, '{"a":[1,null,"x"]}'],
    ['two\nlines', '"two\\nlines"'],
    ['\u001b\u202e', '"\\u001b\\u202e"'],
    [null, 'null'],
    [undefined, 'nothing'],
  ])('of %j is %s', (value, shown) => {
    expect(compactJson(value)).toBe(shown)
  })
})
