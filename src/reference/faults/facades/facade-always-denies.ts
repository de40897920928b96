import { violation } from '../../governance-agent/concern.ts'
import type { Fault } from '../fault.ts'

export const facadeAlwaysDenies = {
  id: 'facade-always-denies',
  requirement: 'GOV-GA-074',
  title: 'Denies everything, and looks at nothing.',
  break: (parts) => ({
    ...parts,
    decide: () => ({ status: 'denied', findings: [violation('policy_compliance', 'Not allowed.').finding] }),
  }),
} as const satisfies Fault
