import { hashJson } from '../../token/plan-hash.ts'
import { type Concern, type Concerns, violation } from './concern.ts'
import type { Decision } from './decide.ts'
import { type Facts, factsFor, portfoliosOf } from './facts.ts'
import { portfolioRules, type RuleSet } from './rules/index.ts'
import type { AgentState, Review, StoredPlan } from './state.ts'
import type { Subject } from './subject.ts'
import type { Workings } from './workings.ts'

export interface Judgement {
  readonly decision: Decision
  /** The human review that this action waits for, or has been through. */
  readonly review: Review | undefined
}

/** Holds the request against the plan, the portfolios it is in, and what humans have said about it. */
export function judge(subject: Subject, stored: StoredPlan, work: Workings): Judgement {
  const { state, parts } = work
  const earlier = isAction(subject) ? reviewOf(subject, stored, state) : undefined
  const resolution = earlier?.resolution
  const reviewed = resolution?.approved === true
  const rejected = resolution?.approved === false ? [rejection(resolution.actor)] : []
  const decision = parts.decide([...concernsOf(subject, stored, work), ...rejected], {
    review: resolution === undefined && isAction(subject) ? parts.reviewReason(governing(stored, state)) : undefined,
    reviewed,
    unmet: state.unmet.get(unmetKey(subject, stored)) ?? 0,
  })
  if (decision.status !== 'escalated') return { decision, review: earlier }
  return { decision, review: earlier ?? newReview(subject, stored, decision.reason, work) }
}

/** Asking again for the same thing continues the count; a plan that has changed starts a new one. */
export function unmetKey(subject: Subject, stored: StoredPlan): string {
  return [stored.key, stored.version, subject.tool, subject.caller].join('\n')
}

function concernsOf(subject: Subject, stored: StoredPlan, { state, clock, parts }: Workings): Concerns {
  const { own, portfolios } = factsFor(stored, state, clock.now())
  const names = Object.keys(parts.rules) as (keyof RuleSet)[]
  const ours = names.flatMap((name) => parts.rules[name](subject, own))
  return [...ours, ...portfolios.flatMap((facts) => portfolioConcerns(subject, facts, parts.rules))]
}

function portfolioConcerns(subject: Subject, facts: Facts, rules: RuleSet): Concerns {
  return portfolioRules
    .flatMap((name) => rules[name](subject, facts))
    .map((concern): Concern => ({ ...concern, finding: { ...concern.finding, source_plan_id: facts.plan.plan_id } }))
}

function governing(stored: StoredPlan, state: AgentState) {
  return [stored.plan, ...portfoliosOf(state, stored).map(({ plan }) => plan)]
}

/** Asking for the budget, or reporting what was delivered, is no action that a human could still stop. */
function isAction({ kind }: Subject): boolean {
  return kind === 'intent' || kind === 'execution'
}

/** An approval by a human covers the seller's execution of the same action, up to the same amount. */
function reviewOf(subject: Subject, stored: StoredPlan, state: AgentState): Review | undefined {
  const { follows } = subject
  if (follows?.review?.resolution?.approved && subject.amount <= follows.amount) return follows.review
  const wanted = fingerprint(subject, stored)
  return [...state.checks.values()].findLast((check) => check.review?.fingerprint === wanted)?.review
}

function newReview(subject: Subject, stored: StoredPlan, reason: string, { ids }: Workings): Review {
  return { taskId: ids.next('task'), reason, fingerprint: fingerprint(subject, stored) }
}

function fingerprint({ kind, caller, tool, payload, planned }: Subject, stored: StoredPlan): string {
  const { idempotency_key: _key, context: _context, ...asked } = payload
  return hashJson({ plan: stored.key, hash: stored.hash, kind, caller, tool: tool ?? null, asked, planned })
}

function rejection(actor: string): Concern {
  return violation('human_review', `${actor} has rejected this action.`)
}
