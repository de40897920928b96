import type { SellerFault } from '../seller-fault.ts'

export const answersRightsWithErrors = {
  id: 'answers-rights-with-errors',
  requirement: 'GOV-SE-011',
  title: 'Answers a denial of rights with an error.',
  break: (parts) => ({
    ...parts,
    rejectedRights(refusal) {
      throw refusal
    },
  }),
} as const satisfies SellerFault
