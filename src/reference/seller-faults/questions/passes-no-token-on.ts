import type { SellerFault } from '../seller-fault.ts'

export const passesNoTokenOn = {
  id: 'passes-no-token-on',
  requirement: 'GOV-SE-039',
  title: 'Asks governance without the token.',
  break: (parts) => ({
    ...parts,
    checkArguments(question, url) {
      const { governance_context: _token, ...args } = parts.checkArguments(question, url)
      return args
    },
  }),
} as const satisfies SellerFault
