import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { skips } from './skip-if.ts'

const facts = {
  test_kit: {
    auth: { api_key: 'k', empty: '', none: null, zero: 0 },
    supports_audio: false,
    relation: 'passthrough_only',
  },
  context: { proposal_id: 'p1', proposal_id_2: 'p2', supported: true },
  agent: { webhook_auth_mode: 'hmac_legacy', count: 2 },
}

describe('skip_if', () => {
  it.each<[string, boolean]>([
    ['test_kit.auth.api_key', true],
    ['!test_kit.auth.api_key', false],
    ['!test_kit.auth.basic', true],
    ['!test_kit.auth.empty', true],
    ['!test_kit.auth.none', true],
    ['!test_kit.auth.zero', true],
    ['test_kit.supports_audio', false],
    ['test_kit.auth', true],
    ["test_kit.relation != 'passthrough_only'", false],
    ['test_kit.relation == "passthrough_only"', true],
    ["agent.webhook_auth_mode == 'hmac_legacy'", true],
    ["agent.unknown == 'hmac_legacy'", false],
    ['agent.count == 2', true],
    ['context.supported != true', false],
    ['context.supported != true || !context.missing', true],
    ['context.supported && !context.missing', true],
    ['context.supported && context.missing', false],
    ['!context.proposal_id_2 || context.proposal_id_2 == context.proposal_id', false],
    ['context.missing == null', true],
    ['  !test_kit.auth.api_key  ', false],
  ])('%s: %s', (expression, expected) => {
    expect(skips(expression, facts)).toBe(expected)
  })

  it('holds for what is not there', () => {
    const nothing = { test_kit: undefined, context: undefined, agent: undefined }
    expect(skips('!test_kit.auth.api_key', nothing)).toBe(true)
    expect(skips('test_kit.auth.api_key', nothing)).toBe(false)
  })

  it.each([
    '',
    'auth.api_key',
    'test_kit',
    '!!test_kit.a',
    'test_kit.a test_kit.b',
    'test_kit.a == ',
    'test_kit.a = 1',
    'test_kit.a || ',
    '(test_kit.a)',
    'test_kit.a || process.env',
    "test_kit.a == 'open",
    'test_kit.__proto__..a',
  ])('cannot be read: %j', (expression) => {
    expect(() => skips(expression, facts)).toThrow(AuthoringDefect)
  })

  it('does not reach into prototypes', () => {
    expect(skips('test_kit.constructor', facts)).toBe(false)
  })
})
