import { AuthoringDefect } from '../errors.ts'
import type { Check, Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { planHash } from '../token/plan-hash.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { isText } from './text.ts'

interface Params {
  /** The sync_plans step that sent the plan last. */
  readonly synced_by: string
  /** Nothing is said of a reply that carries no token, nor where the agent did not take the plan. */
  readonly if_carried?: boolean
}

/** In whatever form the token writes it: gov_token_plan_hash_form grades that. */
export const govTokenPlanHash: Check<'gov_token_plan_hash', Params> = {
  kind: 'gov_token_plan_hash',
  summary: 'The plan hash of the token is that of the plan as the step sent it, computed here again.',
  params: {
    type: 'object',
    required: ['synced_by'],
    properties: { synced_by: { type: 'string', minLength: 1 }, if_carried: { type: 'boolean' } },
  },
  evaluate({ synced_by, if_carried }, evidence) {
    if (if_carried && !wasTaken(synced_by, evidence))
      return { status: 'not_applicable', note: 'the agent did not take the plan: a token is for the plan before it' }
    if (if_carried && !isText(evidence.payload?.governance_context))
      return { status: 'not_applicable', note: 'the reply carries no token' }
    const expected = planHash(planSentBy(synced_by, evidence))
    return withToken(evidence, ({ claims: { plan_hash: actual } }) => {
      if (actual === undefined) return tokenFailure(evidence, 'the token has no claim plan_hash', expected, null)
      if (digestIn(actual) === expected) return { status: 'passed' }
      return tokenFailure(evidence, 'plan_hash is not the hash of the plan as it was sent', expected, actual)
    })
  },
}

/** The digest in base64url without padding, from hexadecimal or any base64. */
function digestIn(written: Json): string | undefined {
  if (typeof written !== 'string') return undefined
  return Buffer.from(written, /^[0-9a-f]{64}$/i.test(written) ? 'hex' : 'base64').toString('base64url')
}

function wasTaken(stepId: string, { earlier }: Evidence): boolean {
  const reply = earlier(stepId)?.reply
  return reply?.kind === 'task' && !reply.error && !reply.interim
}

function planSentBy(stepId: string, { earlier, request }: Evidence): JsonObject {
  const sent = earlier(stepId)?.request.payload.plans
  const plans = Array.isArray(sent) ? (sent as readonly Json[]).filter(isJsonObject) : []
  const plan = plans.find(({ plan_id }) => plan_id === request.plan_id)
  if (plan) return plan
  throw new AuthoringDefect(`synced_by names the step "${stepId}", which did not send the plan of this check before`)
}
