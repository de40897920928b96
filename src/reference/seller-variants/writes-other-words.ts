import { objectAt, objectsIn } from '../governance-agent/payload.ts'
import type { SellerVariant } from './seller-variant.ts'

export const writesOtherWords = {
  id: 'writes-other-words',
  title: 'Words its errors in its own way, and adds what it likes to them.',
  vary: (parts) => ({
    ...parts,
    errorPayload: (refusal) => {
      const { errors, adcp_error } = parts.errorPayload(refusal)
      const own = { message: 'Non.', suggestion: 'Ask your governance agent.' }
      return {
        errors: objectsIn(errors).map((one) => ({ ...one, ...own })),
        adcp_error: { ...objectAt(adcp_error), ...own },
      }
    },
  }),
} as const satisfies SellerVariant
