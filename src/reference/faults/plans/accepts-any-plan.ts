import type { Fault } from '../fault.ts'

export const acceptsAnyPlan = {
  id: 'accepts-any-plan',
  requirement: 'GOV-GA-021',
  title: 'Takes in plans that break the request schema.',
  break: (parts) => ({
    ...parts,
    requestProblem: async (task, args, schemas) =>
      task === 'sync_plans' ? undefined : await parts.requestProblem(task, args, schemas),
  }),
} as const satisfies Fault
