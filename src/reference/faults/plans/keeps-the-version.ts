import type { Fault } from '../fault.ts'

export const keepsTheVersion = {
  id: 'keeps-the-version',
  requirement: 'GOV-GA-020',
  title: 'Takes a plan in again without a new version.',
  break: (parts) => ({ ...parts, nextVersion: (before) => before ?? 1 }),
} as const satisfies Fault
