import type { SellerFault } from '../seller-fault.ts'
import { withHeaderStep } from '../without-step.ts'

export const ignoresWhatIsCritical = {
  id: 'ignores-what-is-critical',
  requirement: 'GOV-SE-025',
  title: 'Accepts a token with something critical that it does not know.',
  break: (parts) => withHeaderStep(parts, 'critical', () => undefined),
} as const satisfies SellerFault
