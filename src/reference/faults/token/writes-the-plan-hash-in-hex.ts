import type { Fault } from '../fault.ts'

export const writesThePlanHashInHex = {
  id: 'writes-the-plan-hash-in-hex',
  requirement: 'GOV-GA-144',
  title: 'Writes the plan hash of a token in hexadecimal.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({
      ...parts.tokenClaims(given),
      plan_hash: Buffer.from(given.planHash, 'base64url').toString('hex'),
    }),
  }),
} as const satisfies Fault
