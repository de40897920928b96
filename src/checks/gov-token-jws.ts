import type { Check, Evidence } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { readToken } from '../token/read-token.ts'
import { noToken, tokenFailure } from './carried-token.ts'
import { isText } from './text.ts'

interface Params {
  /** The step that asked for the capabilities, where an agent may declare that its tokens cannot be verified. */
  readonly declared_in?: string
}

/** 3.0 lets an agent issue another kind of token when its capabilities say so, and names no field for it: any mention will do. */
export const govTokenJws: Check<'gov_token_jws', Params> = {
  kind: 'gov_token_jws',
  summary: 'The governance context is a compact JWS, or at 3.0 declared in the capabilities as something else.',
  params: { type: 'object', properties: { declared_in: { type: 'string', minLength: 1 } } },
  evaluate({ declared_in }, evidence) {
    const text = evidence.payload?.governance_context
    if (!isText(text)) return noToken(evidence)
    const read = readToken(text)
    if ('token' in read) return { status: 'passed' }
    const declared = declared_in === undefined ? undefined : declarationIn(declared_in, evidence)
    if (declared !== undefined)
      return { status: 'not_applicable', note: `the capabilities speak of the governance context: ${declared}` }
    return tokenFailure(evidence, `the governance context is no compact JWS: ${read.problem}`, 'a compact JWS', null)
  },
}

function declarationIn(stepId: string, { adcp, earlier }: Evidence): string | undefined {
  const reply = earlier(stepId)?.reply
  return adcp.line === '3.0' && reply?.kind === 'task' ? mentionIn(reply.payload) : undefined
}

const mention = /governance[ _-]?(context|token)/i

/** The first key or text that speaks of the governance context. */
function mentionIn(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return mention.test(value) ? value : undefined
  if (Array.isArray(value)) return firstOf((value as readonly Json[]).map(mentionIn))
  if (!isJsonObject(value)) return undefined
  return firstOf(Object.entries(value).map(([key, item]) => (mention.test(key) ? key : mentionIn(item))))
}

function firstOf(found: readonly (string | undefined)[]): string | undefined {
  return found.find((one) => one !== undefined)
}
