import type { Fault } from '../fault.ts'

export const obeysCustomExceptions = {
  id: 'obeys-custom-exceptions',
  requirement: 'GOV-GA-057',
  title: 'Lets a custom policy of the plan say that a registry policy does not hold.',
  break: (parts) => ({
    ...parts,
    reviewReason: (governing) =>
      governing.some(({ custom_policies = [] }) => custom_policies.some(({ policy }) => /nobody reviews/i.test(policy)))
        ? undefined
        : parts.reviewReason(governing),
  }),
} as const satisfies Fault
