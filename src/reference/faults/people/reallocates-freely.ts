import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const reallocatesFreely = {
  id: 'reallocates-freely',
  requirement: 'GOV-GA-052',
  title: 'Moves any amount within a purchase without asking a human.',
  break: (parts) => withoutRule(parts, 'reallocation'),
} as const satisfies Fault
