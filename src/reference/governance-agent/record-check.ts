import { longestToken } from '../../token/sign.ts'
import { categoriesOf } from './categories.ts'
import type { Decision } from './decide.ts'
import type { Judgement } from './judge.ts'
import { objectAt, textAt } from './payload.ts'
import { policyIdsOf } from './policy-ids.ts'
import type { CheckRecord, StoredPlan } from './state.ts'
import type { Subject } from './subject.ts'
import type { Workings } from './workings.ts'

const minute = 60_000
const day = 86_400_000
/** The JWS profile allows an intent 15 minutes and an execution 30 days. */
const lifetime = { intent: 15 * minute, execution: 30 * day }
const reportingInterval = 7 * day

/** Writes down a check and its decision, with a token when the decision is an approval. */
export async function recordCheck(
  subject: Subject,
  { decision, review }: Judgement,
  stored: StoredPlan,
  work: Workings,
): Promise<CheckRecord> {
  const now = work.clock.now()
  const bare: CheckRecord = {
    ...kept(subject),
    id: work.ids.next('chk'),
    planKey: stored.key,
    planHash: stored.hash,
    at: now,
    status: decision.status === 'escalated' ? undefined : decision.status,
    findings: decision.findings,
    conditions: decision.status === 'conditions' ? decision.conditions : [],
    explanation: explain(subject, decision, stored),
    policies: policyIdsOf(stored.plan),
    categories: categoriesOf(subject.kind),
    token: undefined,
    expiresAt: expiry(subject, decision, now),
    nextCheck: nextCheck(subject, decision, stored, now),
    review,
  }
  const check = isAuthorisation(subject, decision) ? { ...bare, token: await issueToken(bare, stored, work) } : bare
  remember(check, work)
  return check
}

/** What the agent remembers of a request; the rest of its payload is not its to keep. */
function kept(subject: Subject) {
  const { kind, phase, caller, tool, purchaseType, channels, mediaBuyId, actionId, presented } = subject
  const { amount, reallocated, packages } = subject
  return {
    kind,
    phase,
    caller,
    tool,
    purchaseType,
    channels,
    mediaBuyId,
    actionId,
    presented,
    amount,
    reallocated,
    packages,
  }
}

function remember(check: CheckRecord, { state, parts }: Workings): void {
  state.checks.set(check.id, check)
  state.history.push({ kind: 'check', planKey: check.planKey, checkId: check.id })
  if (check.token !== undefined) state.tokens.set(check.token, check)
  state.commitments.push(...parts.commitmentsOfCheck(check))
}

/** An answer about the budget lets nothing go, so it carries no token. */
function isAuthorisation({ kind }: Subject, { status }: Decision): boolean {
  return status === 'approved' && kind !== 'inquiry'
}

async function issueToken(check: CheckRecord, stored: StoredPlan, work: Workings): Promise<string> {
  const { parts, issuer, ids, keys } = work
  const claims = parts.tokenClaims({
    issuer,
    plan: stored.plan,
    planHash: stored.hash,
    phase: check.phase,
    caller: check.caller,
    checkId: check.id,
    mediaBuyId: check.mediaBuyId ?? `pending_${check.actionId}`,
    policies: check.policies.map((policy_id) => ({ policy_id, decision: decisionOn(policy_id, check) })),
    jti: ids.next('jti'),
    now: check.at,
    expiresAt: check.expiresAt ?? check.at,
  })
  const token = await parts.signToken(claims, parts.tokenHeader(keys), keys)
  if (token.length > longestToken) throw new Error(`a token of ${token.length} characters cannot be sent`)
  return token
}

function decisionOn(policyId: string, { findings }: CheckRecord): string {
  return findings.some((finding) => finding.policy_id === policyId) ? 'flagged' : 'satisfied'
}

/** Whole seconds, so that expires_at and the token's exp say the same. */
function expiry({ phase }: Subject, { status }: Decision, now: number): number | undefined {
  if (status !== 'approved' && status !== 'conditions') return undefined
  return Math.floor(now / 1000) * 1000 + (phase === 'intent' ? lifetime.intent : lifetime.execution)
}

/** Reports are due while the purchase runs: from its confirmation until a report reaches the end of the flight. */
function nextCheck({ kind, metrics }: Subject, { status }: Decision, stored: StoredPlan, now: number) {
  if (status !== 'approved' || (kind !== 'execution' && kind !== 'delivery')) return undefined
  const reported = Date.parse(textAt(objectAt(metrics?.reporting_period).end) ?? stored.plan.flight.start)
  return reported >= Date.parse(stored.plan.flight.end) ? undefined : now + reportingInterval
}

function explain(subject: Subject, decision: Decision, { plan }: StoredPlan): string {
  const what = subject.kind === 'intent' ? subject.tool : `${subject.phase} of ${subject.tool ?? subject.purchaseType}`
  const asked = `${what} for ${subject.amount} ${subject.currency ?? plan.budget.currency}, asked by ${subject.caller}`
  const why = decision.findings.map(({ explanation }) => explanation).join(' ')
  switch (decision.status) {
    case 'approved':
      return `${asked}: within the plan. ${why}`.trim()
    case 'denied':
      return `${asked}: denied. ${why}`
    case 'conditions':
      return `${asked}: not yet authorised. ${why}`
    case 'escalated':
      return `${asked}: waits for a human. ${decision.reason}`
    default:
      return decision satisfies never
  }
}
