import type { Fault } from '../fault.ts'

export const takesAnyDeliveryReport = {
  id: 'takes-any-delivery-report',
  requirement: 'GOV-GA-082',
  title: 'Accepts whatever delivery a buyer reports.',
  break: (parts) => ({
    ...parts,
    outcomeFindings: (reported) => (reported.word === 'delivery' ? [] : parts.outcomeFindings(reported)),
  }),
} as const satisfies Fault
