import { expect, it } from 'vitest'
import { freshKey } from './fresh-key.ts'

function scope() {
  let made = 0
  return { generated: new Map<string, string>(), ids: { uuid: () => `uuid-${++made}`, opaque: () => `o${++made}` } }
}

it('is new in each storyboard run, and the same within it', () => {
  const one = scope()
  expect(freshKey('gov-denied-sync-plans-v1', one)).toBe('gov-denied-sync-plans-v1.o1')
  expect(freshKey('gov-denied-sync-plans-v2', one)).toBe('gov-denied-sync-plans-v2.o2')
  expect(freshKey('gov-denied-sync-plans-v1', one)).toBe('gov-denied-sync-plans-v1.o1')
})

it('keeps the form of a UUID', () => {
  expect(freshKey('a1b2c3d4-e5f6-7890-abcd-ef1234567890', scope())).toBe('uuid-1')
})

it.each(['', 'too-short', 'not a valid key at all', 'k'.repeat(256), 'k'.repeat(255)])('leaves %j as it is', (key) => {
  expect(freshKey(key, scope())).toBeUndefined()
})
