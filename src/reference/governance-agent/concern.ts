import type { Json, JsonObject } from '../../model/json.ts'

/** As on the wire: a closed object. */
export interface Finding {
  readonly category_id: string
  readonly policy_id?: string
  readonly source_plan_id?: string
  readonly severity: 'info' | 'warning' | 'critical'
  readonly explanation: string
  readonly details?: JsonObject
  readonly confidence?: number
  readonly uncertainty_reason?: string
}

/** As on the wire: a closed object. */
export interface Condition {
  readonly field: string
  readonly required_value?: Json
  readonly reason: string
}

/** What a rule has against a request. */
export type Concern =
  | { readonly kind: 'violation'; readonly finding: Finding }
  | { readonly kind: 'condition'; readonly condition: Condition; readonly finding: Finding }
  | { readonly kind: 'escalation'; readonly reason: string; readonly finding: Finding }
  | { readonly kind: 'note'; readonly finding: Finding }

export type Concerns = readonly Concern[]

/** The request breaks a limit that cannot be bent. */
export function violation(category_id: string, explanation: string, more: Partial<Finding> = {}): Concern {
  return { kind: 'violation', finding: { category_id, severity: 'critical', explanation, ...more } }
}

/** Worth knowing; it stops nothing. */
export function note(category_id: string, explanation: string, more: Partial<Finding> = {}): Concern {
  return { kind: 'note', finding: { category_id, severity: 'warning', explanation, ...more } }
}
