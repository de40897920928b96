import type { SellerVariant } from './seller-variant.ts'

const isSigned = /^[\w-]+\.[\w-]+\.[\w-]*$/

/**
 * The dual path that 3.0 describes for the time in which older governance agents go on (security, migration). From 3.1 on all must
 * verify, and what is not signed cannot be (protocol envelope, governance_context).
 */
export const takesOpaqueContexts = {
  id: 'takes-opaque-contexts',
  title: 'Verifies tokens that are signed, and passes on what is none.',
  versions: ['3.0'],
  vary: (parts) => ({
    ...parts,
    verifyToken: async (text, subject, work) =>
      isSigned.test(text) ? await parts.verifyToken(text, subject, work) : { claims: { jti: text } },
  }),
} as const satisfies SellerVariant
