import type { Fault } from '../fault.ts'

export const hidesThatItIsExperimental = {
  id: 'hides-that-it-is-experimental',
  requirement: 'GOV-GA-068',
  title: 'Does not list campaign governance among its experimental features.',
  break: (parts) => ({
    ...parts,
    capabilities() {
      const { experimental_features: _hidden, ...rest } = parts.capabilities()
      return rest
    },
  }),
} as const satisfies Fault
