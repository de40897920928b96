import type { Fault } from '../fault.ts'

export const auditsNothingInParticular = {
  id: 'audits-nothing-in-particular',
  requirement: 'GOV-GA-165',
  title: 'Answers a request for the log of no plan with an empty one.',
  break: (parts) => ({
    ...parts,
    requestProblem: async (task, args, schemas) => {
      const plan_ids = ['plan_ids', 'portfolio_plan_ids', 'governance_contexts'].some((key) => key in args)
        ? {}
        : { plan_ids: ['any'] }
      return await parts.requestProblem(task, task === 'get_plan_audit_logs' ? { ...plan_ids, ...args } : args, schemas)
    },
  }),
} as const satisfies Fault
