import { AuthoringDefect } from '../errors.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import type { Reply, TaskReply } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import type { SchemaError } from '../model/schema-set.ts'
import { isAsyncVariant } from './async-variant.ts'
import { brokenRules } from './broken-rules.ts'
import { failedReply } from './failed.ts'
import { replyInWords } from './reply-words.ts'

/** The official response schema decides, `if/then` and all. */
export const responseSchema: Check<'response_schema', JsonObject> = {
  kind: 'response_schema',
  summary: 'The reply is valid by the official response schema of the AdCP release under test.',
  params: { type: 'object', properties: {} },
  evaluate(_params, evidence) {
    const { reply, responseSchema: schema } = evidence
    if (!schema) throw new AuthoringDefect('this AdCP release has no response schema for the step')
    if (evidence.expects !== 'success' && isErrorAnswer(reply)) {
      return {
        status: 'not_applicable',
        note: 'the reply is an error, which the step allows; response schemas describe results',
      }
    }
    if (reply.kind === 'task' && reply.interim && !reply.error && !speaksOf(evidence, schema.id, reply.interim)) {
      return {
        status: 'not_applicable',
        note: `the task is still "${reply.interim}"; the schema describes its final result`,
      }
    }
    if (reply.kind !== 'task' || reply.error || !evidence.payload) {
      return failedReply(
        evidence,
        `expected a result that matches ${schema.id}; the agent answered ${replyInWords(reply)}`,
        schema.id,
        null,
      )
    }
    return graded(evidence, schema.id, schema.validate(evidence.payload))
  },
}

/** A schema of results says nothing of a reply that is not final, unless the task may be answered so. */
function speaksOf({ mayBeInterim }: Evidence, id: string, interim: NonNullable<TaskReply['interim']>): boolean {
  return mayBeInterim === true || isAsyncVariant(id, interim)
}

/** An internal failure (HTTP 5xx) is no answer. */
function isErrorAnswer(reply: Reply): boolean {
  if (reply.kind === 'http_error') return reply.status < 500
  return reply.kind === 'rpc_error' || (reply.kind === 'task' && reply.error !== undefined)
}

function graded(evidence: Evidence, id: string, errors: readonly SchemaError[]): Outcome {
  const [first, ...others] = errors
  if (!first) return { status: 'passed' }
  const { actual, ...broken } = brokenRules([first, ...others])
  return { ...failedReply(evidence, broken.message, id, actual), ...broken }
}
