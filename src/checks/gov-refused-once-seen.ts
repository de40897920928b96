import type { Check } from '../model/check.ts'
import type { JsonObject } from '../model/json.ts'
import { type ErrorClass, errorClasses } from './error-classes.ts'
import { failedReply } from './failed.ts'
import { peerRequests } from './peer-calls.ts'
import { replyInWords } from './reply-words.ts'

interface Params {
  /** How the path of the document ends. */
  readonly path: string
  readonly class: ErrorClass
}

const text = { type: 'string', minLength: 1 } as const

export const govRefusedOnceSeen: Check<'gov_refused_once_seen', Params> = {
  kind: 'gov_refused_once_seen',
  summary:
    'The request is refused with an error of this class, where the agent has fetched a document of the hosted governance agent for it.',
  params: {
    type: 'object',
    required: ['path', 'class'],
    properties: { path: text, class: { enum: Object.keys(errorClasses) } },
  } as JsonObject,
  evaluate({ path, class: wanted }, evidence) {
    const codes: readonly string[] = errorClasses[wanted]
    const { reply } = evidence
    const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
    if (error !== undefined && codes.includes(error)) return { status: 'passed' }
    if (!peerRequests({}, evidence).some((one) => one.path.endsWith(path)))
      return { status: 'not_applicable', note: `the agent has not fetched ${path} for this request` }
    const message = `the agent has fetched ${path}, and answered ${replyInWords(reply)}`
    return failedReply(evidence, message, codes, error ?? null)
  },
}
