import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import type { Scope } from './scope.ts'
import { substitute } from './substitute.ts'

const reply: JsonObject = { id: 'p1', sneaky: '$test_kit.secret {{runner.url}} $context.n' }

const scope: Scope = {
  context: new Map<string, Json>([
    ['n', 7],
    ['plan', { id: 'p1' }],
    ['word', 'w'],
    ['kit_token', '$test_kit.secret'],
    ['runner_token', '{{runner.url}}'],
    ['context_token', '$context.word'],
    ['generate_token', '$generate:uuid_v4#a'],
    ['replace_pattern', "$& $1 $' $`"],
    ['deep', { list: ['$test_kit.secret', { a: '{{runner.url}}' }] }],
  ]),
  kit: { id: 'acme', secret: 'kit value', dotted: { 'a-b': [{ c: true }] } },
  generated: new Map(),
  ids: { uuid: () => 'uuid-1', opaque: () => 'opaque-1' },
  runner: { url: 'http://127.0.0.1:9' },
  earlierPayload: (step) => (step === 'sync' ? reply : undefined),
  capturedBy: (name) => (name === 'lost' ? 'board/phase/step' : undefined),
}

const filled = (value: Json) => substitute(value, scope).value

describe('a string that is one whole token', () => {
  it.each<[string, Json]>([
    ['$context.n', 7],
    ['$context.plan', { id: 'p1' }],
    ['$test_kit.dotted.a-b[0].c', true],
    ['$generate:uuid_v4#k', 'uuid-1'],
    ['{{prior_step.sync.id}}', 'p1'],
    ['{{ runner.url }}', 'http://127.0.0.1:9'],
  ])('takes the typed value of %s', (token, value) => {
    expect(filled({ a: [token] })).toEqual({ a: [value] })
  })

  it('is listed as a change', () => {
    expect(substitute({ 'a/b': ['$context.n'], k: '$generate:uuid_v4#k' }, scope)).toMatchObject({
      changes: [
        { pointer: '/a~1b/0', kind: 'resolved', from: '$context.n', to: 7, why: 'placeholder $context.n' },
        { pointer: '/k', kind: 'generated', from: '$generate:uuid_v4#k', to: 'uuid-1' },
      ],
      unresolved: [],
    })
  })
})

describe('tokens inside a longer string', () => {
  it('are written as text', () => {
    expect(filled('$context.word-{{runner.url}}/$context.n?$test_kit.secret $context.plan')).toBe(
      'w-http://127.0.0.1:9/7?kit value {"id":"p1"}',
    )
  })

  it('are one change', () => {
    expect(substitute({ a: 'x $context.n $context.word' }, scope).changes).toEqual([
      {
        pointer: '/a',
        kind: 'resolved',
        from: 'x $context.n $context.word',
        to: 'x 7 w',
        why: 'placeholder x $context.n $context.word',
      },
    ])
  })
})

describe('a value that itself looks like a placeholder', () => {
  it.each(['kit_token', 'runner_token', 'context_token', 'generate_token', 'replace_pattern', 'deep'])(
    'is never expanded: %s',
    (name) => {
      const value = scope.context.get(name) as Json
      expect(filled(`$context.${name}`)).toEqual(value)
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      expect(filled(`<$context.${name}>`)).toBe(`<${text}>`)
      expect(filled(`$context.${name} $context.n`)).toBe(`${text} 7`)
    },
  )

  it('is never expanded when it comes from an earlier reply', () => {
    expect(filled('{{prior_step.sync.sneaky}}')).toBe(reply.sneaky)
    expect(filled('> {{prior_step.sync.sneaky}}')).toBe(`> ${reply.sneaky}`)
  })
})

describe('tokens without a value', () => {
  it('are all named, with who should have given them', () => {
    const { unresolved } = substitute(
      { a: '$context.lost', b: ['x {{runner.no}} $test_kit.no'], c: '$generate:v9', d: '$context.n' },
      scope,
    )
    expect(unresolved).toEqual([
      { pointer: '/a', token: '$context.lost', why: 'board/phase/step should have captured it' },
      { pointer: '/b/0', token: '{{runner.no}}', why: 'this run does not offer it' },
      { pointer: '/b/0', token: '$test_kit.no', why: 'the test kit "acme" has no no' },
      { pointer: '/c', token: '$generate:v9', why: 'the kinds are uuid_v4 and opaque_id' },
    ])
  })

  it('do not break the run when their path is no path', () => {
    expect(substitute('{{prior_step.sync.plans[*].id}}', scope)).toMatchObject({
      unresolved: [{ token: '{{prior_step.sync.plans[*].id}}' }],
    })
    expect(substitute(`see $test_kit.${'a'.repeat(2000)}`, scope).unresolved).toHaveLength(1)
  })
})

it('leaves everything else as written', () => {
  const sample: Json = { a: null, b: 0, c: 'costs $5', d: '$', e: '{ }', f: [[], {}], 'context.n': '' }
  expect(substitute(sample, scope)).toMatchObject({ value: sample, changes: [], unresolved: [] })
})

it('does not touch keys, and keeps a key named like a prototype', () => {
  const sample = JSON.parse('{"__proto__":{"x":"$context.n"},"$context.n":1}') as Json
  const value = filled(sample)
  expect(JSON.stringify(value)).toBe('{"__proto__":{"x":7},"$context.n":1}')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
})

describe('a member whose value is optional', () => {
  const given = { ...scope, context: new Map([['bid', 8]]) }

  it('holds it where there is one, and is left out where there is none', () => {
    const written = { price: '$optional.bid', kept: { price: '$optional.other', id: 'x' } }
    expect(substitute(written, given)).toMatchObject({ value: { price: 8, kept: { id: 'x' } }, unresolved: [] })
    expect(substitute({ price: '$optional.bid' }, scope)).toMatchObject({ value: {}, unresolved: [] })
  })

  it('cannot be a part of a text, or an item of a list', () => {
    expect(substitute({ text: 'at $optional.bid' }, scope).unresolved).toMatchObject([{ token: '$optional.bid' }])
    expect(substitute(['$optional.bid'], scope).unresolved).toMatchObject([{ token: '$optional.bid' }])
  })
})
