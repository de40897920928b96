import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../model/json.ts'
import type { TestKit } from '../../model/test-kit.ts'
import type { Scope } from '../scope.ts'
import { contextPlaceholder } from './context.ts'
import { generatePlaceholder } from './generate.ts'
import { placeholders } from './index.ts'
import { mustachePlaceholder } from './mustache.ts'
import { testKitPlaceholder } from './test-kit.ts'

const kit: TestKit = {
  id: 'acme',
  brand: { domain: 'acme.test', ids: ['a', 'b'] },
  amount: 0,
  off: false,
  empty: '',
  none: null,
}

function scope(more: Partial<Scope> = {}): Scope {
  let made = 0
  return {
    context: new Map<string, Json>(),
    kit,
    generated: new Map(),
    ids: { uuid: () => `uuid-${++made}`, opaque: () => `opaque-${++made}` },
    runner: { webhook_url: 'http://127.0.0.1:9/hook' },
    earlierPayload: () => undefined,
    capturedBy: () => undefined,
    ...more,
  }
}

it('gives each placeholder a pattern with exactly one group', () => {
  const groups = placeholders.map(({ pattern }) => new RegExp(`${pattern.source}|`).exec('')?.length)
  expect(groups).toEqual(placeholders.map(() => 2))
})

describe('$context.<name>', () => {
  it.each<Json>(['text', 7, 0, false, '', [1], { a: 1 }])('gives the captured %j as it is', (value) => {
    expect(contextPlaceholder.resolve('x', scope({ context: new Map([['x', value]]) }))).toMatchObject({
      status: 'resolved',
      value,
      kind: 'resolved',
    })
  })

  it('names the step that should have captured it', () => {
    const capturedBy = (name: string) => (name === 'check_id' ? 'board/phase/check' : undefined)
    expect(contextPlaceholder.resolve('check_id', scope({ capturedBy }))).toEqual({
      status: 'unresolved',
      token: '$context.check_id',
      why: 'board/phase/check should have captured it',
    })
  })

  it.each(['x', '__proto__', 'constructor', 'toString'])('does not find %s', (name) => {
    expect(contextPlaceholder.resolve(name, scope())).toEqual({
      status: 'unresolved',
      token: `$context.${name}`,
      why: `no step captures it: give it with --context ${name}=VALUE`,
    })
  })
})

describe('$generate:<kind>#<alias>', () => {
  it('makes one value for each alias', () => {
    const one = scope()
    const values = ['uuid_v4#a', 'uuid_v4#a', 'uuid_v4#b', 'opaque_id#a', 'opaque_id#a'].map((spec) =>
      generatePlaceholder.resolve(spec, one),
    )
    expect(values.map((r) => r.status === 'resolved' && r.value)).toEqual([
      'uuid-1',
      'uuid-1',
      'uuid-2',
      'opaque-3',
      'opaque-3',
    ])
  })

  it('makes a new value each time without an alias', () => {
    const one = scope()
    expect(generatePlaceholder.resolve('uuid_v4', one)).toEqual({
      status: 'resolved',
      value: 'uuid-1',
      kind: 'generated',
    })
    expect(generatePlaceholder.resolve('uuid_v4', one)).toMatchObject({ value: 'uuid-2' })
  })

  it.each(['uuid', 'uuid_v7#a', 'toString'])('does not make %s', (spec) => {
    expect(generatePlaceholder.resolve(spec, scope())).toEqual({
      status: 'unresolved',
      token: `$generate:${spec}`,
      why: 'the kinds are uuid_v4 and opaque_id',
    })
  })
})

describe('$test_kit.<path>', () => {
  it.each<[string, Json]>([
    ['brand', { domain: 'acme.test', ids: ['a', 'b'] }],
    ['brand.ids[1]', 'b'],
    ['amount', 0],
    ['off', false],
    ['empty', ''],
  ])('gives %s as it is', (path, value) => {
    expect(testKitPlaceholder.resolve(path, scope())).toEqual({ status: 'resolved', value, kind: 'resolved' })
  })

  it.each(['none', 'brand.name', 'brand.domain.x', 'brand.ids[2]', '__proto__', 'constructor', 'toString'])(
    'finds no %s',
    (path) => {
      expect(testKitPlaceholder.resolve(path, scope())).toEqual({
        status: 'unresolved',
        token: `$test_kit.${path}`,
        why: `the test kit "acme" has no ${path}`,
      })
    },
  )

  it('says how to load a kit when there is none', () => {
    expect(testKitPlaceholder.resolve('brand', scope({ kit: undefined }))).toEqual({
      status: 'unresolved',
      token: '$test_kit.brand',
      why: 'no test kit is loaded: name one in prerequisites.test_kit, or give --test-kit',
    })
  })
})

describe('{{runner.x}} and {{prior_step.<id>.<path>}}', () => {
  const replies: Record<string, JsonObject> = { sync: { plans: [{ plan_id: 'p1', note: null }] } }
  const after = scope({ earlierPayload: (step) => (Object.hasOwn(replies, step) ? replies[step] : undefined) })

  it('reads what the runner offers', () => {
    expect(mustachePlaceholder.resolve('runner.webhook_url', after)).toEqual({
      status: 'resolved',
      value: 'http://127.0.0.1:9/hook',
      kind: 'resolved',
    })
  })

  it.each<[string, JsonObject | undefined, Json]>([
    ['that of the run, without a kit', undefined, 'http://127.0.0.1:1/mcp'],
    ['that of the run, where the kit names none', { governance: { seller: {} } }, 'http://127.0.0.1:1/mcp'],
    ['no address that is none', { governance: { seller: { agent_url: 7 } } }, 'http://127.0.0.1:1/mcp'],
    ['that of the kit', { governance: { seller: { agent_url: 'https://a.test/mcp' } } }, 'https://a.test/mcp'],
  ])('takes for the address of the seller %s', (_which, more, value) => {
    const kit = more && { id: 'acme', ...more }
    const runner = { agent_url: 'http://127.0.0.1:1/mcp' }
    const found = mustachePlaceholder.resolve('runner.seller_url', scope({ kit, runner }))
    expect(found).toEqual({ status: 'resolved', value, kind: 'resolved' })
  })

  it('reads an earlier reply', () => {
    expect(mustachePlaceholder.resolve('prior_step.sync.plans[0].plan_id', after)).toMatchObject({
      status: 'resolved',
      value: 'p1',
      kind: 'resolved',
    })
  })

  it.each([
    ['runner.other', 'this run does not offer it'],
    ['runner.toString', 'this run does not offer it'],
    ['runner.__proto__', 'this run does not offer it'],
    ['prior_step.sync.plans[0].note', 'the step sync gave no such value'],
    ['prior_step.sync.plans[1].plan_id', 'the step sync gave no such value'],
    ['prior_step.sync.constructor', 'the step sync gave no such value'],
    ['prior_step.other.plan_id', 'the step other gave no such value'],
    ['prior_step.__proto__.toString', 'the step __proto__ gave no such value'],
    ['prior_step.sync', 'it is neither runner.<name> nor prior_step.<id>.<field>'],
    ['env.SECRET', 'it is neither runner.<name> nor prior_step.<id>.<field>'],
    ['', 'it is neither runner.<name> nor prior_step.<id>.<field>'],
  ])('has no value for {{%s}}', (inner, why) => {
    expect(mustachePlaceholder.resolve(inner, after)).toEqual({ status: 'unresolved', token: `{{${inner}}}`, why })
  })
})

describe('the addresses of the webhook receiver', () => {
  const webhooks = {
    base: 'http://127.0.0.1:9/x/board/b',
    urlFor: (step: string) => `http://127.0.0.1:9/x/board/b/step/${step}/id-1`,
    operationIdOf: (step: string) => (step === 'buy' ? 'id-1' : undefined),
  }
  const earlierPayload = () => ({ operation_id: 'from the agent' })

  it.each([
    ['runner.webhook_base', 'http://127.0.0.1:9/x/board/b'],
    ['runner.webhook_url:buy', 'http://127.0.0.1:9/x/board/b/step/buy/id-1'],
    ['prior_step.buy.operation_id', 'id-1'],
  ])('{{%s}} is what the runner gave out', (inner, value) => {
    expect(mustachePlaceholder.resolve(inner, scope({ webhooks, earlierPayload }))).toEqual({
      status: 'resolved',
      value,
      kind: 'resolved',
    })
  })

  it('leaves the operation_id of another step to its reply', () => {
    expect(
      mustachePlaceholder.resolve('prior_step.other.operation_id', scope({ webhooks, earlierPayload })),
    ).toMatchObject({ value: 'from the agent', fromAgent: true })
  })

  it.each(['runner.webhook_base', 'runner.webhook_url:buy'])('{{%s}} has no value without a receiver', (inner) => {
    expect(mustachePlaceholder.resolve(inner, scope())).toMatchObject({ status: 'unresolved' })
  })
})
