import type { Fault } from '../fault.ts'

export const auditsTheFirstPlanOnly = {
  id: 'audits-the-first-plan-only',
  requirement: 'GOV-GA-012',
  title: 'Answers an audit request for several plans with the first one.',
  break: (parts) => ({ ...parts, auditReply: (plans) => parts.auditReply(plans.slice(0, 1)) }),
} as const satisfies Fault
