import type { Fault } from '../fault.ts'
import { withoutRule } from '../with-rule.ts'

export const isSilentOnAudienceSize = {
  id: 'is-silent-on-audience-size',
  requirement: 'GOV-GA-061',
  title: 'Says nothing where it cannot see whether the audience is large enough.',
  break: (parts) => withoutRule(parts, 'audienceSize'),
} as const satisfies Fault
