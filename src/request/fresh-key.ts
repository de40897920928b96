import type { Scope } from './scope.ts'

const keyForm = /^[A-Za-z0-9_.:-]{16,255}$/
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const longest = 255

/**
 * A key that is written out in a storyboard, as this storyboard run's own: an agent that keeps its keys would take a second run for a
 * replay, or, when a date has moved meanwhile, for a conflict. The same key stays the same within the storyboard; what is no valid key
 * is undefined, and goes out as it is.
 */
export function freshKey(written: string, { generated, ids }: Pick<Scope, 'generated' | 'ids'>): string | undefined {
  if (!keyForm.test(written)) return undefined
  const alias = `idempotency_key ${written}`
  const key = generated.get(alias) ?? (uuidForm.test(written) ? ids.uuid() : `${written}.${ids.opaque()}`)
  generated.set(alias, key)
  return key.length > longest ? undefined : key
}
