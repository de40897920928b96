import { note } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'

export const facadeAlwaysConditions = {
  id: 'facade-always-conditions',
  requirement: 'GOV-GA-040',
  title: 'Answers everything with the same condition, and looks at nothing.',
  break: (parts) => ({
    ...parts,
    decide: () => ({
      status: 'conditions',
      findings: [note('policy_compliance', 'The budget has to be looked at.').finding],
      conditions: [{ field: 'packages[0].budget', reason: 'Lower the budget.' }],
    }),
  }),
} as const satisfies Fault
