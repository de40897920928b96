import { totalOf } from '../../seller/planned-delivery.ts'
import type { SellerFault } from '../seller-fault.ts'

export const asksWithoutTheNewPackage = {
  id: 'asks-without-the-new-package',
  requirement: 'GOV-SE-042',
  title: 'Asks about the packages that there were when one is added.',
  break: (parts) => {
    let known: number | undefined
    return {
      ...parts,
      needsApproval(before, after) {
        known = after.packages.length > before.packages.length ? totalOf(before.packages) : undefined
        return parts.needsApproval(before, after)
      },
      checkArguments(question, url) {
        const told = question.phase === 'modification' && known !== undefined ? { total_budget: known } : {}
        return parts.checkArguments({ ...question, planned: { ...question.planned, ...told } }, url)
      },
    }
  },
} as const satisfies SellerFault
