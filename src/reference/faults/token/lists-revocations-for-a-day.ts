import type { Fault } from '../fault.ts'

export const listsRevocationsForADay = {
  id: 'lists-revocations-for-a-day',
  requirement: 'GOV-GA-149',
  title: 'Lets sellers rely on its revocation list for a day.',
  break: (parts) => ({
    ...parts,
    revocationList: (work) => ({
      ...parts.revocationList(work),
      next_update: new Date(work.clock.now() + 86_400_000).toISOString(),
    }),
  }),
} as const satisfies Fault
