import type { Variant } from './variant.ts'

/** A must policy that is broken leads to conditions or a denial: the protocol leaves the choice. */
export const deniesRatherThanAsks = {
  id: 'denies-rather-than-asks',
  title: 'Denies where it could name conditions.',
  vary: (parts) => ({
    ...parts,
    decide(concerns, situation) {
      const decision = parts.decide(concerns, situation)
      return decision.status === 'conditions' ? { status: 'denied', findings: decision.findings } : decision
    },
  }),
} as const satisfies Variant
