import type { Json } from '../../model/json.ts'
import { eachReply } from './each-reply.ts'
import type { Variant } from './variant.ts'

/** A reply names each plan, and no text says that they come in the order of the request. */
export const listsTheLastFirst = {
  id: 'lists-the-last-first',
  title: 'Lists the plans of a reply in the opposite order.',
  vary: (parts) =>
    eachReply(parts, (payload) => {
      const { plans } = payload
      return Array.isArray(plans) ? { ...payload, plans: [...(plans as readonly Json[])].reverse() } : payload
    }),
} as const satisfies Variant
