import type { Fault } from '../fault.ts'

export const forgetsRevokedKeys = {
  id: 'forgets-revoked-keys',
  requirement: 'GOV-GA-152',
  title: 'Revokes a key that its archive does not hold.',
  break: (parts) => ({
    ...parts,
    revocationList: (work) => ({ ...parts.revocationList(work), revoked_kids: ['lost-1'] }),
  }),
} as const satisfies Fault
