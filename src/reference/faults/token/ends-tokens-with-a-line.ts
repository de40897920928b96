import type { Fault } from '../fault.ts'

export const endsTokensWithALine = {
  id: 'ends-tokens-with-a-line',
  requirement: 'GOV-GA-008',
  title: 'Ends its tokens with a line break.',
  break: (parts) => ({
    ...parts,
    signToken: async (claims, header, keys) => `${await parts.signToken(claims, header, keys)}\n`,
  }),
} as const satisfies Fault
