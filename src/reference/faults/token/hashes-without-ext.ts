import type { Fault } from '../fault.ts'

export const hashesWithoutExt = {
  id: 'hashes-without-ext',
  requirement: 'GOV-GA-146',
  title: 'Leaves the extensions of a plan out of its hash.',
  break: (parts) => ({ ...parts, planHash: ({ ext: _extensions, ...plan }) => parts.planHash(plan) }),
} as const satisfies Fault
