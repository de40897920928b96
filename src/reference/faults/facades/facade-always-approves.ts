import type { Fault } from '../fault.ts'

export const facadeAlwaysApproves = {
  id: 'facade-always-approves',
  requirement: 'GOV-GA-040',
  title: 'Approves everything, and looks at nothing.',
  break: (parts) => ({ ...parts, decide: () => ({ status: 'approved', findings: [] }) }),
} as const satisfies Fault
