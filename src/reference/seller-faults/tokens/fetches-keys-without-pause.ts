import type { SellerFault } from '../seller-fault.ts'

export const fetchesKeysWithoutPause = {
  id: 'fetches-keys-without-pause',
  requirement: 'GOV-SE-026',
  title: 'Fetches the key set again for every unknown key.',
  break: (parts) => ({
    ...parts,
    async freshKeys(url, work) {
      work.state.keySets.delete(url)
      return await parts.freshKeys(url, work)
    },
  }),
} as const satisfies SellerFault
