import type { JsonObject } from '../../../model/json.ts'
import type { SellerFault } from '../seller-fault.ts'

export const runsLongerThanItAsked = {
  id: 'runs-longer-than-it-asked',
  requirement: 'GOV-SE-042',
  title: 'Asks about a longer flight as if it ended when it did before.',
  break: (parts) => {
    let before: JsonObject[string] | undefined
    return {
      ...parts,
      checkArguments(question, url) {
        const { phase, planned } = question
        if (phase === 'purchase') before = planned.end_time
        const told = phase === 'modification' && before !== undefined ? { ...planned, end_time: before } : planned
        return parts.checkArguments({ ...question, planned: told }, url)
      },
    }
  },
} as const satisfies SellerFault
