import type { Check } from '../model/check.ts'
import { failedReply } from './failed.ts'
import { peerRequests } from './peer-calls.ts'
import { replyInWords } from './reply-words.ts'

interface Params {
  /** How the path of the document ends. */
  readonly path: string
  readonly code: string
}

const text = { type: 'string', minLength: 1 } as const

export const govRefusedOnceSeen: Check<'gov_refused_once_seen', Params> = {
  kind: 'gov_refused_once_seen',
  summary:
    'The request is refused with this code, where the agent has fetched a document of the hosted governance agent for it.',
  params: { type: 'object', required: ['path', 'code'], properties: { path: text, code: text } },
  evaluate({ path, code }, evidence) {
    const { reply } = evidence
    const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
    if (error === code) return { status: 'passed' }
    if (!peerRequests({}, evidence).some((one) => one.path.endsWith(path)))
      return { status: 'not_applicable', note: `the agent has not fetched ${path} for this request` }
    const message = `the agent has fetched ${path}, and answered ${replyInWords(reply)}`
    return failedReply(evidence, message, code, error ?? null)
  },
}
