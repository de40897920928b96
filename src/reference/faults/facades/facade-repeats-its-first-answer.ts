import type { JsonObject } from '../../../model/json.ts'
import type { Fault } from '../fault.ts'

export const facadeRepeatsItsFirstAnswer = {
  id: 'facade-repeats-its-first-answer',
  requirement: 'GOV-GA-040',
  title: 'Answers every check as it answered the first.',
  break: (parts) => {
    let first: JsonObject | undefined
    return {
      ...parts,
      checkReply(check, plan) {
        first ??= parts.checkReply(check, plan)
        return first
      },
    }
  },
} as const satisfies Fault
