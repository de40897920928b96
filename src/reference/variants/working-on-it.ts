import type { Variant } from './variant.ts'

export const workingOnIt = {
  id: 'working-on-it',
  title: 'Calls a task that waits for a human "working", not "submitted".',
  vary: (parts) => ({
    ...parts,
    checkReply(check, plan) {
      const reply = parts.checkReply(check, plan)
      return check.status === undefined ? { ...reply, status: 'working' } : reply
    },
  }),
} as const satisfies Variant
