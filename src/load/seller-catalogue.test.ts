import { expect, it } from 'vitest'
import { shippedRequirements } from './shipped.ts'

it('knows every demand on sellers, numbered without a gap', async () => {
  const sellers = (await shippedRequirements()).filter(({ role }) => role === 'seller')
  const inForce = (version: string) => sellers.filter(({ versions }) => versions.includes(version)).length
  expect(sellers.map(({ id }) => id)).toEqual(
    Array.from({ length: 58 }, (_, at) => `GOV-SE-${String(at + 1).padStart(3, '0')}`),
  )
  expect([inForce('3.0'), inForce('3.1'), inForce('3.2')]).toEqual([48, 49, 57])
  expect(sellers.filter(({ remediation, url }) => !remediation || !url)).toEqual([])
  expect(sellers.filter(({ observe }) => observe.includes('not_black_box')).map(({ id }) => id)).toEqual(['GOV-SE-049'])
  expect(sellers.filter(({ unseen }) => unseen).map(({ id }) => id)).toEqual(['GOV-SE-049'])
})
