import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { failedAt, failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** storyboard-schema, context echo contract: verbatim on success and on error, and never invented. */
export const govContextEcho: Check<'gov_context_echo', JsonObject> = {
  kind: 'gov_context_echo',
  summary: 'The reply carries the request context unchanged, or none when none was sent.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    const sent = evidence.request.context
    if (!evidence.payload) return withoutPayload(evidence, sent)
    const echoed = readEcho(evidence)
    if (equalJson(sent, echoed)) return { status: 'passed' }
    if (sent === undefined)
      return failedAt('context', evidence, 'no context was sent, and the reply carries one', null, echoed)
    return failedAt(
      'context',
      evidence,
      echoed === undefined ? 'the context was not echoed' : 'the context came back changed',
      sent,
      echoed,
    )
  },
}

function withoutPayload(evidence: Evidence, sent: Json | undefined): Outcome {
  const echoed = inRpcError(evidence)
  if (echoed !== undefined && sent !== undefined && equalJson(sent, echoed)) return { status: 'passed' }
  const words = `the agent answered ${replyInWords(evidence.reply)}`
  if (sent === undefined) return { status: 'not_applicable', note: `nothing could carry a context: ${words}` }
  return failedReply(evidence, `the context was not echoed: ${words}`, sent, null)
}

/** An error that is answered as a JSON-RPC error has no payload: its data carries the echo. */
function inRpcError({ reply }: Evidence): Json | undefined {
  return reply.kind === 'rpc_error' ? readPath(reply.raw, 'error.data.context') : undefined
}

/** A reply in a protocol envelope may carry the echo beside the payload or inside it. */
function readEcho(evidence: Evidence): Json | undefined {
  const envelope = evidence.reply.kind === 'task' ? evidence.reply.envelope : undefined
  return evidence.payload?.context ?? envelope?.context
}
