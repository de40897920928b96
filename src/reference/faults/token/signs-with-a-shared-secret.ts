import { CompactSign } from 'jose'
import type { Fault } from '../fault.ts'

export const signsWithASharedSecret = {
  id: 'signs-with-a-shared-secret',
  requirement: 'GOV-GA-131',
  title: 'Signs with HS256, which no seller can verify without being able to forge.',
  break: (parts) => ({
    ...parts,
    tokenHeader: (keys) => ({ ...parts.tokenHeader(keys), alg: 'HS256' }),
    signToken: async (claims, header) =>
      await new CompactSign(bytes(JSON.stringify(claims))).setProtectedHeader({ ...header }).sign(bytes(secret)),
  }),
} as const satisfies Fault

const secret = 'a secret that the sellers of this agent all know'

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
