import type { Fault } from '../fault.ts'

export const thinksForElevenSeconds = {
  id: 'thinks-for-eleven-seconds',
  requirement: 'GOV-GA-078',
  title: 'Takes eleven seconds for every check.',
  break: (parts) => ({ ...parts, thinkingTime: (task) => (task === 'check_governance' ? 11_000 : 0) }),
} as const satisfies Fault
