import type { Exchange, UnreachableCause } from '../model/exchange.ts'
import type { PlannedStep } from '../model/plan.ts'
import type { TestKit } from '../model/test-kit.ts'
import type { StepVerdict } from '../model/verdict.ts'
import { expectationOf } from './evidence.ts'
import { isKnownPrincipal } from './kit-principals.ts'
import type { RunContext } from './run-context.ts'
import { stopReason } from './stop-reason.ts'

/** The request never reached the agent, or was not ours to make: nothing can be said of the agent. */
export function undeliveredVerdict(
  planned: PlannedStep,
  { reply }: Exchange,
  run: RunContext,
  kit?: TestKit,
): (StepVerdict & { status: 'blocked' }) | undefined {
  if (reply.kind === 'unreachable') {
    if (reply.cause === 'interrupted') {
      const [reason, detail] = stopReason(run.signal)
      return { status: 'blocked', reason, detail }
    }
    return neverSent.has(reply.cause)
      ? { status: 'blocked', reason: 'no_reply', detail: `the agent could not be reached any more: ${reply.message}` }
      : undefined
  }
  const barred = barredVerdict(planned, reply)
  if (barred) return barred
  const wanted = planned.step.gov_as
  if (
    wanted === undefined ||
    isKnownPrincipal(wanted, run, kit) ||
    expectationOf(planned.step) !== 'success' ||
    !isRefusedForIdentity(reply)
  )
    return undefined
  return {
    status: 'blocked',
    reason: 'missing_principal',
    detail: `the agent does not take this call from the credential of this run: give the ${wanted}'s own with --principal ${wanted}=ENVVAR`,
  }
}

/** HTTP 404 for a session that the agent had opened (MCP, session management). */
export function isSessionLost({ reply }: Exchange): boolean {
  return reply.kind === 'http_error' && reply.status === 404
}

/** The agent did not take the call at all, for a reason that is not in the call. */
function barredVerdict(
  { step }: PlannedStep,
  reply: Exchange['reply'],
): (StepVerdict & { status: 'blocked' }) | undefined {
  const status = reply.kind === 'http_error' ? reply.status : undefined
  const code = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
  if (status === 429 || code === 'RATE_LIMITED')
    return { status: 'blocked', reason: 'rate_limited', detail: 'the agent limits how often it may be called' }
  const speaksAsOther = step.auth !== undefined || step.gov_as !== undefined || step.gov_only_as !== undefined
  if (status === 401 && !speaksAsOther)
    return {
      status: 'blocked',
      reason: 'not_let_in',
      detail: 'the agent let this credential in before and does not any more (HTTP 401)',
    }
  if (status === 404)
    return {
      status: 'blocked',
      reason: 'session_lost',
      detail: 'the agent does not know the session any more (HTTP 404)',
    }
  return undefined
}

const neverSent: ReadonlySet<UnreachableCause> = new Set(['refused', 'dns', 'tls'])
const identityCodes = ['PERMISSION_DENIED', 'AUTH_REQUIRED', 'SELLER_NOT_RECOGNIZED']

function isRefusedForIdentity(reply: Exclude<Exchange['reply'], { kind: 'unreachable' }>): boolean {
  if (reply.kind === 'http_error') return reply.status === 401 || reply.status === 403
  return reply.kind !== 'http' && identityCodes.includes(reply.error?.code ?? '')
}
