import type { Fault } from '../fault.ts'

export const alwaysShowsEntries = {
  id: 'always-shows-entries',
  requirement: 'GOV-GA-164',
  title: 'Answers with all entries when nobody asked for them.',
  break: (parts) => ({ ...parts, wantsEntries: () => true }),
} as const satisfies Fault
