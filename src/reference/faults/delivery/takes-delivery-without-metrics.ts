import type { Fault } from '../fault.ts'

export const takesDeliveryWithoutMetrics = {
  id: 'takes-delivery-without-metrics',
  requirement: 'GOV-GA-081',
  title: 'Approves a report of delivery that reports nothing.',
  break: (parts) => ({
    ...parts,
    kindOf: (args) =>
      args.phase === 'delivery' && args.delivery_metrics === undefined ? 'delivery' : parts.kindOf(args),
  }),
} as const satisfies Fault
