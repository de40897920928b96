import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresWhereItWasDelivered = {
  id: 'ignores-where-it-was-delivered',
  requirement: 'GOV-GA-080',
  title: 'Approves delivery in countries that the plan does not name.',
  break: (parts) => withoutRule(parts, 'deliveryGeo'),
} as const satisfies Fault
