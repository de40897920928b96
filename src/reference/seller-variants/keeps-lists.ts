import type { Json } from '../../model/json.ts'
import type { SellerVariant } from './seller-variant.ts'

/** Milliseconds: the longest that a list may go without being looked at again (security, polling cadence). */
const interval = 15 * 60_000

export const keepsLists = {
  id: 'keeps-lists',
  title: 'Looks at a revocation list every quarter of an hour, and not for each token.',
  vary(parts) {
    const lists = new Map<string, { readonly at: number; readonly list: Json }>()
    return {
      ...parts,
      async fetchDocument(url, work) {
        if (!url.endsWith('/governance-revocations.json')) return await parts.fetchDocument(url, work)
        const kept = lists.get(url)
        if (kept !== undefined && work.clock.now() - kept.at < interval) return kept.list
        const list = await parts.fetchDocument(url, work)
        lists.set(url, { at: work.clock.now(), list })
        return list
      },
    }
  },
} as const satisfies SellerVariant
