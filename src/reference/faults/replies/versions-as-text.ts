import type { Fault } from '../fault.ts'

export const versionsAsText = {
  id: 'versions-as-text',
  requirement: 'GOV-GA-009',
  title: 'Answers the version of a plan as text.',
  break: (parts) => ({
    ...parts,
    planReply: (stored) => ({ ...parts.planReply(stored), version: `v${stored.version}` }),
  }),
} as const satisfies Fault
