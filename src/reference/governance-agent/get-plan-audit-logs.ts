import type { JsonObject } from '../../model/json.ts'
import { memberKeys } from './facts.ts'
import { commitmentsOf, totalOf } from './ledger.ts'
import { sum } from './money.ts'
import { textsIn } from './payload.ts'
import { planNotFound } from './refusal.ts'
import type { CheckRecord, HistoryItem, OutcomeRecord, StoredPlan } from './state.ts'
import type { Workings } from './workings.ts'

/** What happened on one plan, narrowed to what was asked for. */
export interface Trail {
  readonly items: readonly (CheckRecord | OutcomeRecord)[]
}

/** get_plan_audit_logs: what was asked, decided and committed. One id that is not the caller's spoils the whole request. */
export function getPlanAuditLogs(args: JsonObject, principal: string, work: Workings): JsonObject {
  const actions = textsIn(args.governance_contexts).map((token) => actionOf(token, principal, work))
  const named = textsIn(args.plan_ids).map((id) => ownPlan(id, principal, work))
  const portfolios = textsIn(args.portfolio_plan_ids).map((id) => ownPlan(id, principal, work))
  const members = portfolios.flatMap((holder) => memberKeys(holder).flatMap((key) => work.state.plans.get(key) ?? []))
  const whole = new Set([...named, ...portfolios, ...members])
  const partly = [...new Set(actions.map(({ stored }) => stored))].filter((stored) => !whole.has(stored))
  const wanted = new Set(actions.map(({ actionId }) => actionId))
  return work.parts.auditReply([
    ...[...whole].map((stored) => audit(stored, trailOf(stored, args, work), args, work)),
    ...partly.map((stored) => audit(stored, only(wanted, trailOf(stored, args, work)), args, work)),
  ])
}

function ownPlan(id: string, principal: string, { state, parts }: Workings): StoredPlan {
  const stored = parts.visiblePlan(state, id, { principal })
  if (stored?.owner !== principal) throw planNotFound()
  return stored
}

function actionOf(token: string, principal: string, { state }: Workings) {
  const check = state.tokens.get(token)
  const stored = state.plans.get(check?.planKey ?? '')
  if (check === undefined || stored?.owner !== principal) throw planNotFound()
  return { stored, actionId: check.actionId }
}

function trailOf(stored: StoredPlan, args: JsonObject, { state }: Workings): Trail {
  const types = textsIn(args.purchase_types)
  const record = (item: HistoryItem) => (item.kind === 'check' ? state.checks.get(item.checkId) : item.outcome)
  const items = state.history.filter(({ planKey }) => planKey === stored.key).flatMap((item) => record(item) ?? [])
  return { items: items.filter(({ purchaseType }) => types.length === 0 || types.includes(purchaseType)) }
}

function only(actions: ReadonlySet<string>, { items }: Trail): Trail {
  return { items: items.filter(({ actionId }) => actions.has(actionId)) }
}

function audit(stored: StoredPlan, { items }: Trail, args: JsonObject, work: Workings): JsonObject {
  const { parts, state, clock } = work
  const { plan, version } = stored
  const committed = totalOf(commitmentsOf(state, [stored.key]))
  return {
    plan_id: plan.plan_id,
    plan_version: parts.auditVersion(version),
    status: statusOf(stored, clock.now()),
    budget: parts.auditBudget(plan.budget.total, committed),
    summary: parts.auditSummary(items),
    governed_actions: parts.auditedActions(items, state),
    ...(parts.wantsEntries(args) ? { entries: parts.auditEntries(items, plan.plan_id) } : {}),
  }
}

function statusOf({ suspended, plan }: StoredPlan, now: number): string {
  if (suspended) return 'suspended'
  return now > Date.parse(plan.flight.end) ? 'completed' : 'active'
}

export function wantsEntries(args: JsonObject): boolean {
  return args.include_entries === true
}

export function auditBudget(authorized: number, committed: number): JsonObject {
  const utilization_pct = authorized === 0 ? 0 : (committed / authorized) * 100
  return { authorized, committed, remaining: sum([authorized, -committed]), utilization_pct }
}
