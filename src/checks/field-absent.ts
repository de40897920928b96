import { readPath } from '../json/path.ts'
import type { Check } from '../model/check.ts'
import { failedAt, failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

export const fieldAbsent: Check<'field_absent', { readonly path: string }> = {
  kind: 'field_absent',
  summary: 'The field is missing or null in a reply that carries a payload.',
  params: { type: 'object', required: ['path'], properties: { path: { type: 'string', minLength: 1 } } },
  evaluate({ path }, evidence) {
    if (!evidence.payload) {
      return failedReply(
        evidence,
        `nothing shows that ${path} is absent: the agent answered ${replyInWords(evidence.reply)}`,
        null,
        null,
      )
    }
    const actual = readPath(evidence.payload, path)
    if (actual === undefined || actual === null) return { status: 'passed' }
    return failedAt(path, evidence, `${path} must not be there`, null, actual)
  },
}
