import type { SellerFault } from '../seller-fault.ts'
import { withStep } from '../without-step.ts'

export const startsEarly = {
  id: 'starts-early',
  requirement: 'GOV-SE-022',
  title: 'Accepts a token that becomes good in two and a half minutes.',
  break: (parts) =>
    withStep(parts, 'start', (given, work) =>
      parts.tokenSteps.start(given, { ...work, clock: { ...work.clock, now: () => work.clock.now() + 150_000 } }),
    ),
} as const satisfies SellerFault
