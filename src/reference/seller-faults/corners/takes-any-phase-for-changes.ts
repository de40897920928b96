import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const takesAnyPhaseForChanges = {
  id: 'takes-any-phase-for-changes',
  requirement: 'GOV-SE-020',
  title: 'Changes a media buy with a token for reports of its delivery.',
  break: (parts) =>
    withStep(parts, 'phase', (given, work) =>
      given.phases.includes('modification') ? undefined : parts.tokenSteps.phase(given, work),
    ),
} as const satisfies SellerFault
