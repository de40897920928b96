import type { Fault } from '../fault.ts'

export const acceptsUnknownBrands = {
  id: 'accepts-unknown-brands',
  requirement: 'GOV-GA-022',
  title: 'Takes in a plan for a brand that cannot be resolved.',
  break: (parts) => ({
    ...parts,
    refusePlan: (plan, at, history) =>
      parts.refusePlan({ ...plan, brand: { ...plan.brand, domain: 'brand.example' } }, at, history),
  }),
} as const satisfies Fault
