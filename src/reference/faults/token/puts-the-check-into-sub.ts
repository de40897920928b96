import type { Fault } from '../fault.ts'

export const putsTheCheckIntoSub = {
  id: 'puts-the-check-into-sub',
  requirement: 'GOV-GA-135',
  title: 'Names the check, and not the plan, as the subject of a token.',
  break: (parts) => ({ ...parts, tokenClaims: (given) => ({ ...parts.tokenClaims(given), sub: given.checkId }) }),
} as const satisfies Fault
