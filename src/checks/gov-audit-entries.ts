import { AuthoringDefect } from '../errors.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Check, Evidence, Outcome } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { isAtTimeOf } from './at-time-of.ts'
import { decisions } from './decision.ts'
import { exchangeOfStep } from './earlier-step.ts'
import { failedReply } from './failed.ts'
import { mentionsAmount } from './mentions-amount.ts'
import { wereTurnedDown } from './turned-down.ts'

interface Params {
  readonly plan_id?: string
  readonly type?: string
  readonly decision?: string
  readonly check_type?: string
  readonly caller?: string
  readonly tool?: string
  readonly outcome?: string
  readonly check_id?: string
  readonly min?: number
  readonly max?: number
  readonly fields?: readonly string[]
  readonly mentions?: number
  /** Id of an earlier step: the entries tell the time at which it was sent. */
  readonly at_time_of?: string
  /** Ids of earlier steps: when each of them was refused, and not by governance, another number of entries says nothing. */
  readonly unless_refused?: readonly string[]
}

const text: JsonObject = { type: 'string', minLength: 1 }
const count: JsonObject = { type: 'integer', minimum: 0 }

export const govAuditEntries: Check<'gov_audit_entries', Params> = {
  kind: 'gov_audit_entries',
  summary: 'The audit entries of the plan that match number between min and max, and each carries the fields.',
  params: {
    type: 'object',
    properties: {
      plan_id: text,
      type: { enum: ['check', 'outcome'] },
      decision: { enum: [...decisions] },
      check_type: { enum: ['intent', 'execution'] },
      caller: text,
      tool: text,
      outcome: text,
      check_id: text,
      min: count,
      max: count,
      fields: { type: 'array', minItems: 1, items: text },
      mentions: {},
      at_time_of: text,
      unless_refused: { type: 'array', minItems: 1, items: text },
    },
  },
  evaluate(params, evidence) {
    const { min = 1, max = Number.POSITIVE_INFINITY } = params
    if (min > max) throw new AuthoringDefect(`no number of entries is ${min} or more and ${max} or less: give "min"`)
    const at = planAt(evidence.payload, params.plan_id)
    const plan = at < 0 ? undefined : plansOf(evidence.payload)[at]
    const entries = isJsonObject(plan) && Array.isArray(plan.entries) ? (plan.entries as readonly Json[]) : undefined
    if (!entries) return noEntries(params, evidence, at)
    const matching = entries.filter(
      (entry): entry is JsonObject => isJsonObject(entry) && matches(params, entry, evidence.adcp),
    )
    if (matching.length < min || matching.length > max)
      return turnedDown(params, evidence) ?? wrongCount(params, evidence, at, matching.length, entries)
    return (
      lackingFields(params, evidence, at, matching) ??
      lackingAmount(params, evidence, at, matching) ??
      wrongTime(params, evidence, at, matching) ??
      passed
    )
  },
}

const passed: Outcome = { status: 'passed' }

function turnedDown({ unless_refused: steps }: Params, evidence: Evidence): Outcome | undefined {
  if (steps === undefined || !wereTurnedDown(steps, evidence)) return undefined
  return {
    status: 'not_applicable',
    note: `what ${steps.join(' and ')} asked for was refused for another reason: nobody had to be asked`,
  }
}

function lackingFields({ fields = [] }: Params, evidence: Evidence, at: number, entries: readonly JsonObject[]) {
  const lacking = fields.filter((field) => entries.some((entry) => isEmpty(entry[nameAt(field, evidence.adcp)])))
  if (lacking.length === 0) return undefined
  const failure = failedReply(evidence, `audit entries lack ${lacking.join(', ')}`, fields, entries)
  return { ...failure, pointer: `/plans/${at}/entries` }
}

function lackingAmount({ mentions }: Params, evidence: Evidence, at: number, entries: readonly JsonObject[]) {
  if (mentions === undefined || entries.every((entry) => mentionsAmount(entry, mentions))) return undefined
  const failure = failedReply(evidence, `audit entries do not mention the amount ${mentions}`, mentions, entries)
  return { ...failure, pointer: `/plans/${at}/entries` }
}

function wrongTime({ at_time_of }: Params, evidence: Evidence, at: number, entries: readonly JsonObject[]) {
  if (at_time_of === undefined) return undefined
  const sent = exchangeOfStep(at_time_of, evidence)
  const wrong = entries.find(({ timestamp }) => !isAtTimeOf(timestamp, sent))
  if (wrong === undefined) return undefined
  const message = `the audit entry of ${at_time_of} tells another time than the one at which it was made`
  const failure = failedReply(evidence, message, `${sent.startedAt}, give or take 5 minutes`, wrong.timestamp ?? null)
  return { ...failure, pointer: `/plans/${at}/entries` }
}

function plansOf(payload: JsonObject | undefined): readonly Json[] {
  return Array.isArray(payload?.plans) ? (payload.plans as readonly Json[]) : []
}

function planAt(payload: JsonObject | undefined, id: string | undefined): number {
  const plans = plansOf(payload)
  if (id === undefined) return plans.length > 0 ? 0 : -1
  return plans.findIndex((plan) => isJsonObject(plan) && plan.plan_id === id)
}

function matches(params: Params, entry: JsonObject, adcp: AdcpVersion): boolean {
  const wanted: Record<string, string | undefined> = {
    type: params.type,
    [adcp.decisionField]: params.decision,
    check_type: params.check_type,
    caller: params.caller,
    tool: params.tool,
    outcome: params.outcome,
  }
  const same = Object.entries(wanted).every(([field, value]) => value === undefined || entry[field] === value)
  return (
    same && (params.check_id === undefined || Object.values(entry).some((value) => tells(value, params.check_id ?? '')))
  )
}

/** The closed entry has no field for the check id: it may be the entry's own id, or stand within a text of it. */
function tells(value: Json, checkId: string): boolean {
  if (typeof value !== 'string') return false
  const at = value.indexOf(checkId)
  return at >= 0 && !idCharacter.test(value.charAt(at - 1)) && !idCharacter.test(value.charAt(at + checkId.length))
}

const idCharacter = /[\w-]/

/** `decision` in a list of fields means the field that holds it at this version. */
function nameAt(field: string, adcp: AdcpVersion): string {
  return field === 'decision' ? adcp.decisionField : field
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function inWords({
  min,
  max,
  fields,
  plan_id,
  mentions,
  at_time_of: _,
  unless_refused: __,
  ...wanted
}: Params): string {
  return (
    Object.entries(wanted)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ') || 'of any kind'
  )
}

function noEntries(params: Params, evidence: Evidence, at: number) {
  const message = at < 0 ? 'the audit reply does not hold the plan' : 'the audit reply holds no entries for the plan'
  return {
    ...failedReply(evidence, message, `entries ${inWords(params)}`, evidence.payload?.plans ?? null),
    pointer: evidence.payload ? '/plans' : null,
  }
}

function wrongCount(params: Params, evidence: Evidence, at: number, found: number, entries: readonly Json[]) {
  const { min = 1, max } = params
  const due = max === undefined ? `${min} or more` : min === max ? `exactly ${min}` : `${min} to ${max}`
  const message = `${found} audit entries (${inWords(params)}), ${due} due`
  return {
    ...failedReply(evidence, message, `${due} entries: ${inWords(params)}`, entries),
    pointer: `/plans/${at}/entries`,
  }
}
