import { expect, it } from 'vitest'
import { mentionsAmount } from './mentions-amount.ts'

it.each([
  '40000',
  'USD 40,000.00',
  '40.000,00 EUR',
  '40 000',
  "40'000.-",
  '$40000.00 asked',
  'between 1 and 40_000',
  40000,
  { findings: [{ explanation: 'asked for 40,000' }] },
])('%j mentions 40000', (value) => expect(mentionsAmount(value, 40_000)).toBe(true))

it.each(['140000', '40,0001', '400000', '4000', 'fourty thousand', '', null, { plan: 'p-40' }, 40001])(
  '%j does not mention 40000',
  (value) => expect(mentionsAmount(value, 40_000)).toBe(false),
)
