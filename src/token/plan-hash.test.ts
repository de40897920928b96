import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { planHash } from './plan-hash.ts'

interface Vector {
  readonly plan_as_supplied: JsonObject
  readonly expected: { readonly plan_hash: string }
}

const folder = new URL('../../node_modules/@adcp/sdk/compliance/cache/3.0.6/test-vectors/plan-hash/', import.meta.url)
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Vector] as const)

it('finds all eleven official vectors', () => {
  expect(vectors).toHaveLength(11)
})

it.each(vectors)('hashes %s as the specification does', (_name, vector) => {
  expect(planHash(vector.plan_as_supplied)).toBe(vector.expected.plan_hash)
})

it('does not depend on the order of keys', () => {
  expect(planHash({ a: 1, b: { c: 2, d: 3 } })).toBe(planHash({ b: { d: 3, c: 2 }, a: 1 }))
})

it('changes with anything that was authorised', () => {
  expect(planHash({ budget: { total: 1 } })).not.toBe(planHash({ budget: { total: 2 } }))
})
