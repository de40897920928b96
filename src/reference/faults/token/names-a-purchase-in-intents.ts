import type { Fault } from '../fault.ts'

export const namesAPurchaseInIntents = {
  id: 'names-a-purchase-in-intents',
  requirement: 'GOV-GA-142',
  title: 'Names a media buy in the token of an intent.',
  break: (parts) => ({
    ...parts,
    tokenClaims: (given) => ({ media_buy_id: given.mediaBuyId, ...parts.tokenClaims(given) }),
  }),
} as const satisfies Fault
