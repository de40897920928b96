import type { Variant } from './variant.ts'

export const conditionsFromTheRoot = {
  id: 'conditions-from-the-root',
  title: 'Names the field of a condition from the root of the request: payload.po_number, not po_number.',
  vary: (parts) => ({
    ...parts,
    decide(concerns, situation) {
      const decision = parts.decide(concerns, situation)
      if (decision.status !== 'conditions') return decision
      return { ...decision, conditions: decision.conditions.map((one) => ({ ...one, field: `payload.${one.field}` })) }
    },
  }),
} as const satisfies Variant
