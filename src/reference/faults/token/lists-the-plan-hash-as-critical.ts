import { CompactSign } from 'jose'
import type { Fault } from '../fault.ts'

export const listsThePlanHashAsCritical = {
  id: 'lists-the-plan-hash-as-critical',
  requirement: 'GOV-GA-144',
  title: 'Lists the plan hash as critical, so that sellers turn its tokens down.',
  break: (parts) => ({
    ...parts,
    signToken: async (claims, header, keys) =>
      await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ ...header, crit: ['plan_hash'], plan_hash: true })
        .sign(keys.privateKey, { crit: { plan_hash: true } }),
  }),
} as const satisfies Fault
