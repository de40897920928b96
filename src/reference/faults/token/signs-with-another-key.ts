import { generateGovernanceKeys } from '../../../token/keys.ts'
import type { Fault } from '../fault.ts'

export const signsWithAnotherKey = {
  id: 'signs-with-another-key',
  requirement: 'GOV-GA-131',
  title: 'Signs with a new key, and still names the old one.',
  break: (parts) => ({
    ...parts,
    signToken: async (claims, header, keys) => parts.signToken(claims, header, await generateGovernanceKeys(keys.kid)),
  }),
} as const satisfies Fault
