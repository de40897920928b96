import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const forgetsTokensBetweenTasks = {
  id: 'forgets-tokens-between-tasks',
  requirement: 'GOV-SE-032',
  title: 'Accepts for a change what was used for a purchase.',
  break: (parts) =>
    withStep(parts, 'replay', (given, work) =>
      given.phases.includes('modification') ? undefined : parts.tokenSteps.replay(given, work),
    ),
} as const satisfies SellerFault
