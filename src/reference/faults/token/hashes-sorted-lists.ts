import type { Fault } from '../fault.ts'
import { eachValue } from './each-value.ts'

export const hashesSortedLists = {
  id: 'hashes-sorted-lists',
  requirement: 'GOV-GA-146',
  title: 'Sorts the lists of a plan before it hashes it.',
  break: (parts) => ({
    ...parts,
    planHash: (plan) => parts.planHash(eachValue(plan, (value) => (Array.isArray(value) ? [...value].sort() : value))),
  }),
} as const satisfies Fault
