import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { Pseudonyms } from './pseudonyms.ts'

const token = 'tok_4f7a9b1c2d3e4f5a6b7c'
const jws = `eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJwbGFuXzEifQ.${'s1gnAture_'.repeat(8)}abcdef`

function hidden(value: Json, { secrets = [], open = [] }: { secrets?: string[]; open?: string[] } = {}): Json {
  const names = new Pseudonyms(secrets, new Set(open))
  names.collect(value)
  return names.hide(value)
}

describe('a secret', () => {
  it('has one name wherever it stands: equal stays equal, and as long as it was', () => {
    const name = `redacted-1${'-'.repeat(token.length - 10)}`
    expect(hidden({ api_key: token, said: `your key is ${token}.`, other: token })).toEqual({
      api_key: name,
      said: `your key is ${name}.`,
      other: name,
    })
  })

  it('that was configured is hidden in whatever spelling, also as a key and within JSON text', () => {
    const secret = 'pass word/9+x'
    const shown = JSON.stringify(
      hidden(
        {
          url: `https://a.example/?k=${encodeURIComponent(secret)}`,
          text: JSON.stringify({ note: secret }),
          basic: Buffer.from(`user:${secret}`).toString('base64'),
          [secret]: 1,
        },
        { secrets: [secret] },
      ),
    )
    expect(shown).not.toContain(secret)
    expect(shown).not.toContain(encodeURIComponent(secret))
    expect(shown).not.toContain(Buffer.from(secret).toString('base64').slice(4, -4))
  })

  it('keeps the form of a UUID, so that what demands one is still satisfied', () => {
    expect(hidden({ token: '6f1c2a3b-1111-4222-8333-0123456789ab' })).toEqual({
      token: '00000000-0000-4000-8000-000000000001',
    })
  })

  it('too short to be looked for is hidden where it stands only', () => {
    expect(hidden({ password: 'abc', word: 'abc' })).toEqual({ password: 'redacted-1', word: 'abc' })
  })

  it('of another type keeps its type', () => {
    const value = { token: null, secret: true, password: 123456, credentials: { user: 'jo', list: ['x'] }, api_key: '' }
    expect(hidden(value)).toEqual({
      token: null,
      secret: true,
      password: 0,
      credentials: { user: 'redacted-1', list: ['redacted-2'] },
      api_key: '',
    })
  })

  it('in the form of free text is hidden by its form', () => {
    expect(hidden({ text: 'use Bearer abc123def456 at https://u:p@a.example' })).toEqual({
      text: 'use Bearer [redacted] at https://[redacted]@a.example',
    })
  })
})

describe('a governance context', () => {
  it('loses its signature and nothing else', () => {
    const shown = hidden({ governance_context: jws, again: `it is ${jws}` }) as {
      governance_context: string
      again: string
    }
    const [header, claims, signature = ''] = shown.governance_context.split('.')
    expect([header, claims]).toEqual(jws.split('.').slice(0, 2))
    expect(signature).toMatch(/^redacted-1-A+$/)
    expect(shown.governance_context).toHaveLength(jws.length)
    expect(shown.again).toBe(`it is ${shown.governance_context}`)
  })

  it('has the same name within a text that is JSON', () => {
    const body = JSON.stringify({ params: { arguments: { governance_context: jws } } })
    const shown = hidden({ governance_context: jws, body }) as { governance_context: string; body: string }
    expect(JSON.parse(shown.body).params.arguments.governance_context).toBe(shown.governance_context)
  })

  it('that is no token is hidden as a whole', () => {
    expect(hidden({ governance_context: 'opaque-context-12345' })).toEqual({
      governance_context: 'redacted-1----------',
    })
  })

  it('that is a configured secret as well is hidden as a whole', () => {
    expect(JSON.stringify(hidden({ governance_context: jws }, { secrets: [jws] }))).not.toContain('eyJ')
  })
})

it('gives the names of configured secrets, and never a secret itself', () => {
  expect(
    new Pseudonyms(['short', 'long-enough-1'], new Set()).namesOf(['short', 'long-enough-1', 'unknown-secret']),
  ).toEqual(['redacted-1---'])
})

it('leaves what storyboards publish, and what is no secret', () => {
  const value = { token: 'wrong-token-000000000', list: [1, true, null, 'text'], nested: { a: {} } }
  expect(hidden(value, { open: ['wrong-token-000000000'] })).toEqual(value)
})
