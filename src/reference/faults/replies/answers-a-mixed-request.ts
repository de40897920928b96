import type { Fault } from '../fault.ts'

export const answersAMixedRequest = {
  id: 'answers-a-mixed-request',
  requirement: 'GOV-GA-070',
  title: 'Takes a request for intent and execution at once for an intent.',
  break: (parts) => ({
    ...parts,
    kindOf: (args) => (args.tool !== undefined && args.payload !== undefined ? 'intent' : parts.kindOf(args)),
  }),
} as const satisfies Fault
