import type { Fault } from '../fault.ts'
import { eachValue } from './each-value.ts'

export const hashesNormalisedText = {
  id: 'hashes-normalised-text',
  requirement: 'GOV-GA-146',
  title: 'Normalises the text of a plan before it hashes it.',
  break: (parts) => ({
    ...parts,
    planHash: (plan) =>
      parts.planHash(eachValue(plan, (value) => (typeof value === 'string' ? value.normalize('NFC') : value))),
  }),
} as const satisfies Fault
