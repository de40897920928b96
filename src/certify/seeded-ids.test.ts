import { expect, it } from 'vitest'
import { seededIds } from './seeded-ids.ts'

it('makes ids from a seed: the same from the same, UUIDs in form', () => {
  const [one, again, other] = [seededIds('a'), seededIds('a'), seededIds('b')]
  const ids = [one.uuid(), one.uuid(), one.opaque()]
  expect([again.uuid(), again.uuid(), again.opaque()]).toEqual(ids)
  expect(new Set([...ids, other.uuid(), other.opaque()]).size).toBe(5)
  expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
