import type { Fault } from '../fault.ts'
import { eachValue } from './each-value.ts'

export const hashesWithoutStatus = {
  id: 'hashes-without-status',
  requirement: 'GOV-GA-146',
  title: 'Leaves members called status or version out of the hash at any depth.',
  break: (parts) => ({
    ...parts,
    planHash: (plan) =>
      parts.planHash(eachValue(plan, (value, key) => (key === 'status' || key === 'version' ? undefined : value))),
  }),
} as const satisfies Fault
