import type { Fault } from '../fault.ts'

export const asksNoHuman = {
  id: 'asks-no-human',
  requirement: 'GOV-GA-053',
  title: 'Decides by itself where the plan requires a human.',
  break: (parts) => ({ ...parts, reviewReason: () => undefined }),
} as const satisfies Fault
