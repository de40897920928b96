import { expect, it } from 'vitest'
import { isKnownPrincipal, kitCredential } from './kit-principals.ts'

const kit = { id: 'k', auth: { principals: { seller: { api_key: 'demo-seller' }, empty: { api_key: '' } } } }
const run = { principals: new Set(['buyer']) }

it.each([
  ['buyer', true],
  ['seller', true],
  ['empty', false],
  ['nobody', false],
])('%s is known: %s', (name, known) => {
  expect(isKnownPrincipal(name, run, kit)).toBe(known)
})

it('speaks with the key of the kit', () => {
  expect(kitCredential('seller', kit)).toEqual({ Authorization: 'Bearer demo-seller' })
  expect(kitCredential('seller', undefined)).toBeUndefined()
})
