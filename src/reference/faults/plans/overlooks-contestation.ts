import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const overlooksContestation = {
  id: 'overlooks-contestation',
  requirement: 'GOV-GA-030',
  title: 'Finds nothing in an Annex III plan whose brand gives nobody a way to contest.',
  break: (parts) => withoutRule(parts, 'contestation'),
} as const satisfies Fault
