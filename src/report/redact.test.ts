import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import type { RequirementReport, StepReport } from '../model/run-report.ts'
import { redact, redactStep } from './redact.ts'
import { createRedactor } from './redact-json.ts'
import { exchange, step, taskReply, validation } from './report-parts.fixture.ts'
import { richReport } from './rich-report.fixture.ts'
import { configuredSecret, governanceContext } from './rich-steps.fixture.ts'

const hide = (secrets: string[], value: Json) => createRedactor(secrets).json(value)

describe('redact a report', () => {
  it('leaves no configured secret and no governance context anywhere', () => {
    const text = JSON.stringify(redact(richReport(), [configuredSecret]))
    expect(text).not.toContain(configuredSecret)
    expect(text).not.toContain(governanceContext)
    expect(text).toContain('[redacted]')
  })

  it('does not change the report it is given', () => {
    const report = richReport()
    redact(report, [configuredSecret])
    expect(report).toEqual(richReport())
  })

  it('changes nothing more the second time', () => {
    const once = redact(richReport(), [configuredSecret])
    expect(redact(once, [configuredSecret])).toEqual(once)
  })

  it('keeps verdicts, counts and authored text', () => {
    const report = redact(richReport(), [configuredSecret])
    expect(report.verdict).toEqual(richReport().verdict)
    expect(report.counts).toEqual(richReport().counts)
    const authored = ({ id, level, statement, status, source, url, remediation, steps }: RequirementReport) => [
      [id, level, statement, status],
      [source, url, remediation, steps],
    ]
    expect(report.requirements.map(authored)).toEqual(richReport().requirements.map(authored))
  })

  it('hides the credentials of a URL and of its query', () => {
    const report = {
      ...richReport(),
      target: { url: 'https://me:pw@host/mcp?token=abc&x=1', protocol: 'mcp' as const },
    }
    expect(redact(report, []).target.url).toBe('https://[redacted]@host/mcp?token=[redacted]&x=1')
  })
})

describe('redact a step', () => {
  const failing = (pointer: string | null, expected: Json, actual: Json, message = 'differs'): StepReport =>
    step('b', 'p', 's', {
      title: 't',
      line: 1,
      verdict: { status: 'failed' },
      validations: [
        validation({
          check: 'field_value',
          path: 'token',
          outcome: { status: 'failed', message, pointer, expected, actual },
        }),
      ],
    })
  const outcomeOf = (report: StepReport) => redactStep(report, []).validations[0]?.outcome

  it('hides what a secret field holds, in the values and in the words', () => {
    expect(outcomeOf(failing('/auth/token', 'abcdefgh1', 'hgfedcba1', 'expected abcdefgh1, found hgfedcba1'))).toEqual({
      status: 'failed',
      message: 'expected [redacted], found [redacted]',
      pointer: '/auth/token',
      expected: '[redacted]',
      actual: '[redacted]',
    })
  })

  it('keeps the path that should be there, and that nothing was', () => {
    expect(outcomeOf(failing('/token', 'token', null))).toMatchObject({ expected: 'token', actual: null })
  })

  it('hides values at secret pointers of changes', () => {
    const changed = {
      ...failing('', 1, 2),
      changes: [
        { pointer: '/accounts/0/api_key', kind: 'resolved', from: '$test_kit.key', to: 'k-1', why: 'kit' } as const,
      ],
    }
    expect(redactStep(changed, []).changes).toEqual([
      { pointer: '/accounts/0/api_key', kind: 'resolved', from: '[redacted]', to: '[redacted]', why: 'kit' },
    ])
  })

  it('hides a governance context repeated in evidence, details and errors', () => {
    const words = { status: 'blocked', reason: 'no_reply', detail: `saw ${governanceContext}` } as const
    const sent = exchange(
      'check_governance',
      { governance_context: governanceContext },
      {
        kind: 'http_error',
        status: 500,
        headers: { location: `/x?governance_context=${governanceContext}` },
        body: `<h1>${governanceContext}</h1> {"access_token":"cut sho`,
      },
    )
    const report = redactStep({ ...failing(null, 1, 2), verdict: words, exchange: sent }, [])
    expect(report.verdict).toEqual({ ...words, detail: 'saw [redacted]' })
    expect(report.exchange?.reply).toEqual({
      kind: 'http_error',
      status: 500,
      headers: { location: '/x?governance_context=[redacted]' },
      body: '<h1>[redacted]</h1> {"access_token":"[redacted]',
    })
  })

  it('hides in webhooks what it hides in replies', () => {
    const delivery = {
      storyboard: 'b',
      receivedAt: '2026-01-05T10:00:00.000Z',
      method: 'POST',
      url: 'http://127.0.0.1/hook?token=abc',
      headers: { authorization: 'Bearer abc' },
      body: '{"access_token":"abc"}',
      payload: { access_token: 'abc' },
      answered: 200,
    }
    const shown = redactStep({ ...failing('', 1, 2), deliveries: [delivery] }, []).deliveries
    expect(shown).toEqual([
      {
        ...delivery,
        url: 'http://127.0.0.1/hook?token=[redacted]',
        headers: { authorization: '[redacted]' },
        body: '{"access_token":"[redacted]"}',
        payload: { access_token: '[redacted]' },
      },
    ])
  })

  it('hides within JSON that stands inside text', () => {
    const reply = taskReply({ items: [{ client_secret: 'x', name: 'n' }] })
    const shown = redactStep({ ...failing('', 1, 2), exchange: exchange('t', {}, reply) }, []).exchange?.reply
    const raw = shown?.kind === 'task' ? (shown.raw as JsonObject) : {}
    expect(raw.content).toEqual([{ type: 'text', text: '{"items":[{"client_secret":"[redacted]","name":"n"}]}' }])
  })
})

describe('redact a value', () => {
  it.each([
    'authorization',
    'Authorization',
    'credential',
    'credentials',
    'token',
    'api_key',
    'api-key',
    'apiKey',
    'password',
    'secret',
    'client_secret',
    'client-secret',
    'refresh_token',
    'access_token',
    'accessToken',
    'bearer',
    'session_token',
    'offering_token',
    'cookie',
    'set-cookie',
    'Set-Cookie',
    'governance_context',
    'governance_contexts',
  ])('hides the value of the key %s at any depth, of any type', (key) => {
    expect(hide([], { a: [{ [key]: { inner: 1 } }], [key]: 'v' })).toEqual({
      a: [{ [key]: '[redacted]' }],
      [key]: '[redacted]',
    })
  })

  it.each(['tokens_used', 'secretary', 'context', 'cookies_allowed', 'plan_id'])(
    'keeps the value of the key %s',
    (key) => {
      expect(hide([], { [key]: 'v' })).toEqual({ [key]: 'v' })
    },
  )

  it('hides a known value in strings, in keys and as a URL carries it', () => {
    const secret = 'pass/word+1'
    expect(hide([secret], { [`k ${secret}`]: `${encodeURIComponent(secret)} ${secret}!` })).toEqual({
      'k [redacted]': '[redacted] [redacted]!',
    })
  })

  it('does not hide values shorter than 8 characters', () => {
    expect(hide(['denied'], { status: 'denied' })).toEqual({ status: 'denied' })
  })

  it.each([
    ['Bearer abcdef123456', 'Bearer [redacted]'],
    ['Basic authentication is required', 'Basic authentication is required'],
    ['text {\\"token\\":\\"abc\\"} more', 'text {\\"token\\":"[redacted]\\"} more'],
    ['{"password" : "a\\"b", oops', '{"password" : "[redacted]", oops'],
    ['{"api_key": 12345, oops', '{"api_key": "[redacted], oops'],
    ['plain words', 'plain words'],
  ])('hides by the form of the text: %s', (text, shown) => {
    expect(hide([], text)).toBe(shown)
  })

  it('keeps text of JSON byte for byte when it hides nothing', () => {
    expect(hide([], ' {"a" : 1.0}')).toBe(' {"a" : 1.0}')
  })

  it('keeps a member called __proto__ a member', () => {
    const value = JSON.parse('{"__proto__":{"token":"x"}}') as Json
    expect(JSON.stringify(hide([], value))).toBe('{"__proto__":{"token":"[redacted]"}}')
  })

  it('survives 100000 levels and says where it stopped', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as Json
    expect(JSON.stringify(hide([], deep))).toBe(`${'['.repeat(100)}"[nested too deep to show]"${']'.repeat(100)}`)
  })

  it.each([
    ['backslashes', '\\'.repeat(2_000_000)],
    ['an open string', `"token":"${'\\a'.repeat(2_000_000)}`],
    ['a name without end', '"token'.repeat(400_000)],
    ['spaces', `Bearer${' '.repeat(2_000_000)}`],
    ['schemes', 'a://'.repeat(500_000)],
  ])('takes linear time for %s', (_name, text) => {
    const started = performance.now()
    hide(['0123456789'], text)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
