import type { Fault } from '../fault.ts'

export const acceptsDatesInWords = {
  id: 'accepts-dates-in-words',
  requirement: 'GOV-GA-021',
  title: 'Takes in a plan whose flight does not end at an instant.',
  break: (parts) => ({
    ...parts,
    async requestProblem(task, args, schemas) {
      const problem = await parts.requestProblem(task, args, schemas)
      return problem?.message.includes('format "date-time"') ? undefined : problem
    },
    refusePlan(plan, at, history) {
      if (!Number.isNaN(Date.parse(plan.flight.end))) parts.refusePlan(plan, at, history)
    },
  }),
} as const satisfies Fault
