import type { Fault } from '../fault.ts'

export const signsCarelesslyForSellers = {
  id: 'signs-carelessly-for-sellers',
  requirement: 'GOV-GA-131',
  title: 'Signs the tokens of intents, and gives those of executions a signature that nothing verifies.',
  break: (parts) => ({
    ...parts,
    async signToken(claims, header, keys) {
      const token = await parts.signToken(claims, header, keys)
      return claims.phase === 'intent' ? token : `${token.slice(0, token.lastIndexOf('.'))}.${'A'.repeat(86)}`
    },
  }),
} as const satisfies Fault
