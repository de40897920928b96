import { expect, it } from 'vitest'
import { bedWith, check, intent } from '../agent.fixture.ts'
import { money, sum } from './money.ts'

it.each([
  [[0.1, 0.2], 0.3],
  [[1.1, -0.1], 1],
  [[], 0],
  [[1e300, 1], 1e300],
])('the sum of %j is %d', (amounts, total) => {
  expect(sum(amounts)).toBe(total)
})

it('says the currency', () => {
  expect(money(1.5, { currency: 'USD' })).toBe('1.5 USD')
})

it('lets a budget be used up to the last cent', async () => {
  const bed = await bedWith({ budget: { total: 0.3, currency: 'USD', reallocation_unlimited: true } })
  expect((await check(bed, intent([0.1, 0.2]))).status).toBe('approved')
  expect((await check(bed, intent([0.1, 0.21]))).status).toBe('denied')
})
