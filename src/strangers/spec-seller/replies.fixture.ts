import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Habits } from './habits.fixture.ts'
import type { Answer } from './mcp-server.fixture.ts'
import { decisionIn, type Release } from './release.fixture.ts'

export function refusalOf(decision: JsonObject | undefined, release: Release = '3.0'): Answer | undefined {
  const { findings = [], check_id = '' } = decision ?? {}
  switch (decisionIn(release, decision)) {
    case 'approved':
      return undefined
    case 'denied':
      return refusal('GOVERNANCE_DENIED', 'Your governance agent said no.', undefined, {
        findings,
        check_id,
        order_desk: 'north',
      })
    case 'conditions':
      return refusal('TERMS_REJECTED', 'We cannot run it on those conditions.')
    default:
      return refusal('GOVERNANCE_UNAVAILABLE', 'Your governance agent did not decide.', undefined, { retry_in: 'PT5M' })
  }
}

export function unauthorised(flaw: string, codes: Habits['refusals'] = 'enum'): Answer {
  const code = codes === 'enum' ? 'PERMISSION_DENIED' : flaw
  return refusal(code, `The authorisation is not good for this order (${flaw}).`, 'governance_context')
}

export function refusal(code: string, message: string, field?: string, details?: JsonObject): Answer {
  const error = {
    code,
    message,
    recovery: 'correctable',
    ...(field !== undefined && { field }),
    ...(details && { details }),
  }
  return { payload: { errors: [error], adcp_error: error }, isError: true }
}

export function agentProblem({ url, authentication }: JsonObject): string | undefined {
  if (!String(url).startsWith('https://')) return 'Governance agents speak https.'
  const { credentials = '' } = isJsonObject(authentication) ? authentication : {}
  return String(credentials).length < 32 ? 'That credential is too short.' : undefined
}

export function registeredOf({ url = '', authentication }: JsonObject) {
  const { credentials = '' } = isJsonObject(authentication) ? authentication : {}
  return { url: String(url), credentials: String(credentials) }
}

export function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}

/** Days from now, as a clock in Halifax would have it. */
export function moment(days = 0): string {
  const there = new Date(Date.now() + days * 86_400_000 - 4 * 3_600_000)
  return there.toISOString().replace('Z', '-04:00')
}
