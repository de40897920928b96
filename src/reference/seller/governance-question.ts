import type { JsonObject } from '../../model/json.ts'
import type { Account, Authority } from './state.ts'

export type ExecutionPhase = 'purchase' | 'modification' | 'delivery'

/** What a seller wants to know of the governance agents of an account. */
export interface GovernanceQuestion {
  readonly account: Account
  readonly authority: Authority
  readonly phase: ExecutionPhase
  readonly purchaseType?: string
  readonly planned: JsonObject
  readonly invoiceRecipient?: JsonObject | undefined
  readonly summary?: string
  readonly metrics?: JsonObject
}

/** The arguments of check_governance for an execution: who sells, under which token, and what will run. */
export function checkArguments(question: GovernanceQuestion, url: string): JsonObject {
  const { authority, phase, purchaseType, planned, invoiceRecipient, summary, metrics } = question
  return {
    plan_id: authority.planId,
    caller: url,
    governance_context: authority.token,
    phase,
    ...(purchaseType !== undefined && { purchase_type: purchaseType }),
    planned_delivery: planned,
    ...(invoiceRecipient !== undefined && { invoice_recipient: invoiceRecipient }),
    ...(summary !== undefined && { modification_summary: summary }),
    ...(metrics !== undefined && { delivery_metrics: metrics }),
  }
}
