import type { Check, Evidence } from '../model/check.ts'
import { isJsonObject, type Json } from '../model/json.ts'
import { failedReply } from './failed.ts'

/**
 * Source: the error code enum of AdCP, wire placement of GOVERNANCE_DENIED and GOVERNANCE_UNAVAILABLE: errors[] of the payload, and
 * adcp_error, which a protocol envelope may carry.
 */
export const govRefusalPlaced: Check<'gov_refusal_placed', { readonly code: string }> = {
  kind: 'gov_refusal_placed',
  summary:
    'The error stands in errors and in adcp_error. Not applicable to what a task came to that was taken on first.',
  params: { type: 'object', required: ['code'], properties: { code: { type: 'string', minLength: 1 } } },
  evaluate({ code }, evidence) {
    const { reply } = evidence
    if (reply.kind === 'task' && reply.followed)
      return { status: 'not_applicable', note: 'what a task came to has one place for its error' }
    const places = placesOf(evidence)
    const missing = Object.entries(places).filter(([, codes]) => !codes.includes(code))
    if (missing.length === 0) return { status: 'passed' }
    const where = missing.map(([place]) => place).join(' and ')
    return failedReply(evidence, `${code} is not said in ${where}`, code, { ...places })
  },
}

/** The codes that each place holds. */
function placesOf({ reply, payload }: Evidence): Readonly<Record<'errors' | 'adcp_error', readonly Json[]>> {
  const envelope = reply.kind === 'task' ? reply.envelope : undefined
  const errors = [payload?.errors, envelope?.errors].flatMap((list) => (Array.isArray(list) ? (list as Json[]) : []))
  return { errors: codesOf(errors), adcp_error: codesOf([payload?.adcp_error, envelope?.adcp_error]) }
}

function codesOf(errors: readonly (Json | undefined)[]): readonly Json[] {
  return errors.flatMap((error) => (isJsonObject(error) && error.code !== undefined ? [error.code] : []))
}
