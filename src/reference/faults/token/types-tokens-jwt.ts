import type { Fault } from '../fault.ts'

export const typesTokensJwt = {
  id: 'types-tokens-jwt',
  requirement: 'GOV-GA-132',
  title: 'Gives its tokens the type of any JWT.',
  break: (parts) => ({ ...parts, tokenHeader: (keys) => ({ ...parts.tokenHeader(keys), typ: 'JWT' }) }),
} as const satisfies Fault
