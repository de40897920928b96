import type { Fault } from '../fault.ts'

export const aggregatesOver400Days = {
  id: 'aggregates-over-400-days',
  requirement: 'GOV-GA-067',
  title: 'Declares an aggregation window of more than a year.',
  break: (parts) => ({
    ...parts,
    capabilities: () => ({ ...parts.capabilities(), governance: { aggregation_window_days: 400 } }),
  }),
} as const satisfies Fault
