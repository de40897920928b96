import { objectAt, textsIn } from '../../governance-agent/payload.ts'
import type { Fault } from '../fault.ts'

export const namesTheForeignPlan = {
  id: 'names-the-foreign-plan',
  requirement: 'GOV-GA-163',
  title: 'Names the plan that the caller may not see.',
  break: (parts) => ({
    ...parts,
    echo(payload, args) {
      const reply = parts.echo(payload, args)
      const { code, message } = objectAt(reply.adcp_error)
      if (code !== 'PLAN_NOT_FOUND' || args.plan_ids === undefined) return reply
      return {
        ...reply,
        adcp_error: { ...objectAt(reply.adcp_error), message: `${message} ${textsIn(args.plan_ids)}` },
      }
    },
  }),
} as const satisfies Fault
