import type { SellerParts } from '../../seller/parts.ts'
import type { SellerFault } from '../seller-fault.ts'

export const changesOnConditions = {
  id: 'changes-on-conditions',
  requirement: 'GOV-SE-042',
  title: 'Changes a media buy on conditions.',
  break: (parts) => ({
    ...parts,
    async clear(question, work) {
      if (question.phase !== 'modification' || question.purchaseType !== undefined)
        return await parts.clear(question, work)
      const onRefused: SellerParts['onRefused'] = (decision, planned) =>
        decision.kind === 'conditions' ? { planned, nextCheck: undefined } : parts.onRefused(decision, planned)
      return await parts.clear(question, { ...work, parts: { ...work.parts, onRefused } })
    },
  }),
} as const satisfies SellerFault
