import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const ignoresCountries = {
  id: 'ignores-countries',
  requirement: 'GOV-GA-042',
  title: 'Approves actions in countries that the plan does not name.',
  break: (parts) => withoutRule(parts, 'countries'),
} as const satisfies Fault
