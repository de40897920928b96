import type { Fault } from '../fault.ts'
import { eachValue } from './each-value.ts'

export const hashesWithoutNulls = {
  id: 'hashes-without-nulls',
  requirement: 'GOV-GA-146',
  title: 'Leaves what is null out of the hash.',
  break: (parts) => ({ ...parts, planHash: (plan) => parts.planHash(eachValue(plan, (value) => value ?? undefined)) }),
} as const satisfies Fault
