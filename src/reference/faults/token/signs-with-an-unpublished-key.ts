import type { Fault } from '../fault.ts'

export const signsWithAnUnpublishedKey = {
  id: 'signs-with-an-unpublished-key',
  requirement: 'GOV-GA-133',
  title: 'Names a key in its tokens that its key set does not hold.',
  break: (parts) => ({ ...parts, tokenHeader: (keys) => ({ ...parts.tokenHeader(keys), kid: 'unpublished' }) }),
} as const satisfies Fault
