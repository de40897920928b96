import type { Fault } from '../fault.ts'

export const issuesOpaqueTokens = {
  id: 'issues-opaque-tokens',
  requirement: 'GOV-GA-130',
  title: 'Issues a token that nobody else can read.',
  break: (parts) => ({ ...parts, signToken: async (claims) => `gov_ctx_${claims.jti}` }),
} as const satisfies Fault
