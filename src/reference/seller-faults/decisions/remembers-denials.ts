import type { SellerFault } from '../seller-fault.ts'

export const remembersDenials = {
  id: 'remembers-denials',
  requirement: 'GOV-SE-054',
  title: 'Denies a plan for good once it was denied.',
  break: (parts) => {
    const denied = new Set<string>()
    return {
      ...parts,
      async clear(question, work) {
        const { planId } = question.authority
        if (denied.has(planId))
          return parts.onRefused({ kind: 'denied', findings: [], explanation: '' }, question.planned)
        return await parts.clear(question, {
          ...work,
          parts: {
            ...work.parts,
            onRefused(decision, planned) {
              if (decision.kind === 'denied') denied.add(planId)
              return parts.onRefused(decision, planned)
            },
          },
        })
      },
    }
  },
} as const satisfies SellerFault
