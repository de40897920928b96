import type { Check } from '../model/check.ts'
import { failedAt } from './failed.ts'

/** Words that say no more than the decision does. */
const empty = new Set(['', 'ok', 'okay', 'yes', 'no', 'none', 'null', 'na', 'tbd', 'todo', 'test', 'error'])
const decided = new Set(['approved', 'denied', 'conditions', 'accepted', 'rejected', 'checked', 'passed', 'failed'])

/** Only what certainly tells nothing is found: whether an explanation explains is for people to say. */
export const govExplained: Check<'gov_explained', object> = {
  kind: 'gov_explained',
  summary: 'The explanation is more than blank, a filler, or the decision once again.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    const { explanation } = evidence.payload ?? {}
    if (explanation === undefined) return { status: 'not_applicable', note: 'there is no explanation' }
    const words = typeof explanation === 'string' ? lettersOf(explanation) : ''
    if (!empty.has(words) && !decided.has(words)) return { status: 'passed' }
    return failedAt('explanation', evidence, 'the explanation explains nothing', 'a reason', explanation)
  },
}

/** Letters and digits of any script, without case. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
