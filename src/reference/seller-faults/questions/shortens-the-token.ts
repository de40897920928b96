import type { SellerFault } from '../seller-fault.ts'

export const shortensTheToken = {
  id: 'shortens-the-token',
  requirement: 'GOV-SE-039',
  title: 'Passes the token on without its signature.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const args = parts.checkArguments(question, url)
      return { ...args, governance_context: question.authority.token.split('.').slice(0, 2).join('.') }
    },
  }),
} as const satisfies SellerFault
