import type { Fault } from '../fault.ts'

export const commitsOnApproval = {
  id: 'commits-on-approval',
  requirement: 'GOV-GA-090',
  title: 'Takes an approved intent off the budget before anything is bought.',
  break: (parts) => ({
    ...parts,
    commitmentsOfCheck(check) {
      if (check.kind !== 'intent' || check.status !== 'approved') return []
      const { planKey, actionId, id, caller, purchaseType, channels, mediaBuyId, amount, at } = check
      const none = { seller: undefined, packages: new Map<string, number>(), reallocated: 0 }
      return [{ planKey, actionId, checkId: id, caller, purchaseType, channels, mediaBuyId, amount, at, ...none }]
    },
  }),
} as const satisfies Fault
