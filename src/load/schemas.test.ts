import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../errors.ts'
import { packageRoot } from './package-root.ts'
import { openSchemaSet } from './schemas.ts'

const set = openSchemaSet('3.0.6')
const approved = {
  check_id: 'c1',
  status: 'approved',
  plan_id: 'p1',
  explanation: 'fits',
  expires_at: '2027-01-01T00:00:00Z',
}

describe('tasks', () => {
  it('knows the schemas of a task, and whether it changes state', () => {
    expect(set.task('sync_plans')).toEqual({
      request: 'governance/sync-plans-request.json',
      response: 'governance/sync-plans-response.json',
      protocol: 'governance',
      mutating: true,
      requiresIdempotencyKey: true,
    })
    expect(set.task('check_governance')).toMatchObject({ mutating: false, requiresIdempotencyKey: false })
  })
  it('knows a task whose schemas are not published', () => {
    expect(set.task('comply_test_controller')).toEqual({
      protocol: 'compliance',
      mutating: true,
      requiresIdempotencyKey: false,
    })
  })
  it.each(['no_such_task', 'toString', '__proto__'])('does not know %s', (name) => {
    expect(set.task(name)).toBeUndefined()
  })
})

describe('schemas', () => {
  it('says where a schema can be read', async () => {
    expect(await set.load('governance/check-governance-response.json')).toMatchObject({
      id: '/schemas/3.0.6/governance/check-governance-response.json',
      url: 'https://adcontextprotocol.org/schemas/3.0.6/governance/check-governance-response.json',
    })
  })
  it('loads each schema once', async () => {
    const ref = 'governance/sync-plans-request.json'
    expect(await set.load(ref)).toBe(await openSchemaSet('3.0.6').load(ref))
  })
  it.each(['governance/no-such.json', '../../../package.json', 'constructor', ''])('has no schema %j', async (ref) => {
    expect(await set.load(ref)).toBeUndefined()
  })
  it('has a working validator for every schema that it lists', async () => {
    const { schemas } = JSON.parse(readFileSync(join(packageRoot(), 'dist/adcp/3.0.6/manifest.json'), 'utf8'))
    const refs = Object.keys(schemas)
    const valid: string[] = []
    for (const ref of refs) if ((await set.load(ref))?.validate(42).length === 0) valid.push(ref)
    expect(refs.length).toBeGreaterThan(110)
    expect(valid).toEqual([])
  })
})

describe('validation', () => {
  it('accepts a valid reply', async () => {
    const schema = await set.load('governance/check-governance-response.json')
    expect(schema?.validate(approved)).toEqual([])
  })
  it('applies if/then: a denial needs a finding', async () => {
    const schema = await set.load('governance/check-governance-response.json')
    const errors = schema?.validate({ ...approved, status: 'denied', findings: [] })
    expect(errors).toContainEqual({
      instancePath: '/findings',
      schemaPath: expect.stringContaining('minItems'),
      keyword: 'minItems',
      message: 'must NOT have fewer than 1 items',
    })
  })
  it('reports every error, and names what the messages of ajv leave out', async () => {
    const schema = await set.load('governance/check-governance-request.json')
    const errors = schema?.validate({ plan_id: 'p', caller: 'https://a.example', phase: 'later', binding: {} })
    expect(errors?.map(({ instancePath, message }) => `${instancePath} ${message}`)).toEqual([
      ' must NOT have additional properties: "binding"',
      '/phase must be equal to one of the allowed values: purchase, modification, delivery',
    ])
  })
  it('checks formats', async () => {
    const schema = await set.load('governance/check-governance-response.json')
    expect(schema?.validate({ ...approved, expires_at: 'tomorrow' }).map(({ keyword }) => keyword)).toEqual(['format'])
  })
  it.each([null, undefined, [], 'text', 1, true])('rejects %j without throwing', async (value) => {
    const schema = await set.load('governance/sync-plans-response.json')
    expect(schema?.validate(value)[0]?.keyword).toBe('type')
  })
})

describe('hostile values', () => {
  const capabilities = () => set.load('protocol/get-adcp-capabilities-response.json')

  it('of a million items are checked in seconds', async () => {
    const schema = await capabilities()
    const started = Date.now()
    const repeated = schema?.validate({ specialisms: Array.from({ length: 1_000_000 }, () => 'property-lists') })
    expect(repeated?.map(({ message }) => message)).toContain(
      'must NOT have duplicate items (items ## 0 and 1 are identical)',
    )
    const wrong = schema?.validate({ specialisms: Array.from({ length: 1_000_000 }, (_, i) => `s${i}`) })
    expect(wrong).toHaveLength(5002)
    expect(wrong?.at(-1)).toEqual({
      instancePath: '',
      schemaPath: '#',
      keyword: 'limit',
      message: 'has more than 5000 schema errors',
    })
    expect(Date.now() - started).toBeLessThan(10_000)
  })
  it('nested without end are an error', async () => {
    const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], [])
    const errors = (await capabilities())?.validate({ specialisms: [nested(100_000), nested(100_000)] })
    expect(errors?.map(({ message }) => message)).toEqual(['is nested too deeply to be checked'])
  })
  it('that differ only in the order of keys are equal', async () => {
    const schema = await set.load('creative/sync-creatives-request.json')
    const messages = (identifiers: readonly unknown[]) =>
      schema?.validate({ creatives: [{ industry_identifiers: identifiers }] }).map(({ message }) => message)
    expect(
      messages([
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ]),
    ).toContain('must NOT have duplicate items (items ## 0 and 1 are identical)')
    expect(
      messages([
        { a: 1, b: [2] },
        { b: ['2'], a: 1 },
      ])?.join(),
    ).not.toContain('duplicate')
  })
})

it('says which releases it can grade by', () => {
  expect(() => openSchemaSet('3.1.19')).toThrow(UsageError)
  expect(() => openSchemaSet('3.1.19')).toThrow(
    'AdCP 3.1.19 is not at hand; this build carries 3.0.6. Install its official bundle: adcp-gov-comply bundle add https://adcontextprotocol.org/protocol/3.1.19.tgz',
  )
})
