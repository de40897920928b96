import { describe, expect, it } from 'vitest'
import { createRedactor } from './redact-json.ts'
import { valueRedactor } from './redact-values.ts'

const secret = 'correct-horse-battery-9'

describe('a known secret', () => {
  it.each([
    ['as it is', `x ${secret} y`],
    ['percent-encoded', `x ${encodeURIComponent(`${secret}/+`)} y`],
    ['in base64', `x ${Buffer.from(secret).toString('base64')} y`],
    ['in base64 after something else', `x ${Buffer.from(`Bearer ${secret}`).toString('base64')} y`],
    ['within JSON text', JSON.stringify({ say: `x ${secret} y` })],
  ])('is hidden %s', (_, text) => {
    const shown = createRedactor([secret, `${secret}/+`]).text(text)
    expect(shown).toContain('[redacted]')
    expect(shown).not.toContain(secret.slice(4, 16))
    expect(shown).not.toContain(Buffer.from(secret).toString('base64').slice(4, 16))
  })

  it.each([
    ['<p>correct-horse-bat', '<p>[redacted]'],
    ['"said correct-horse-bat…"', '"said [redacted]…"'],
    ['correct', '[redacted]'],
    ['corre', 'corre'],
    [`${secret}/${secret} and correct-horse`, '[redacted]/[redacted] and [redacted]'],
    ['a horse-battery-9', 'a horse-battery-9'],
    ['the correct-hors is dead', 'the correct-hors is dead'],
  ])('is hidden where the text was cut: %s', (text, shown) => {
    expect(valueRedactor([secret])(text)).toBe(shown)
  })
})
