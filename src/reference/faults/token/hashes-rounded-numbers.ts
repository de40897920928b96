import type { Fault } from '../fault.ts'
import { eachValue } from './each-value.ts'

export const hashesRoundedNumbers = {
  id: 'hashes-rounded-numbers',
  requirement: 'GOV-GA-146',
  title: 'Rounds the numbers of a plan to cents before it hashes it.',
  break: (parts) => ({
    ...parts,
    planHash: (plan) =>
      parts.planHash(eachValue(plan, (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))),
  }),
} as const satisfies Fault
