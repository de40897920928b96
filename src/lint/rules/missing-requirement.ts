import type { Rule } from '../rule.ts'
import { stepsOf, validationsOf } from '../walk.ts'

/** Only for the storyboards that profiles are made of: what they grade must be countable by requirement. */
export const missingRequirement: Rule = {
  name: 'missing-requirement',
  summary: 'A required validation of a governance storyboard of this program names no requirement.',
  find({ value, file }) {
    if (!/(^|[\\/])storyboards[\\/]governance-agent[\\/]/.test(file)) return []
    return stepsOf(value)
      .flatMap(validationsOf)
      .filter(({ validation: { severity, requirements } }) => severity !== 'advisory' && !requirements?.length)
      .map(({ validation, path }) => ({
        path,
        severity: 'warning',
        message: `${validation.check} grades no requirement: name one in "requirements", or make it advisory`,
      }))
  },
}
