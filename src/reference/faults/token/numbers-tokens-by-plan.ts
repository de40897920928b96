import type { Fault } from '../fault.ts'

export const numbersTokensByPlan = {
  id: 'numbers-tokens-by-plan',
  requirement: 'GOV-GA-139',
  title: 'Numbers the tokens of each plan from 1, so that those of two plans have the same ids.',
  break: (parts) => {
    const issued = new Map<string, number>()
    return {
      ...parts,
      tokenClaims(given) {
        const number = (issued.get(given.plan.plan_id) ?? 0) + 1
        issued.set(given.plan.plan_id, number)
        return { ...parts.tokenClaims(given), jti: `token_${number}` }
      },
    }
  },
} as const satisfies Fault
