import type { Check } from '../model/check.ts'
import { envelopeFieldPresent } from './envelope-field-present.ts'
import { errorCode } from './error-code.ts'
import { fieldAbsent } from './field-absent.ts'
import { fieldContains } from './field-contains.ts'
import { fieldGreaterThan, fieldLessThan } from './field-order.ts'
import { fieldPresent } from './field-present.ts'
import { fieldValue } from './field-value.ts'
import { fieldValueOrAbsent } from './field-value-or-absent.ts'
import { govAuditEntries } from './gov-audit-entries.ts'
import { govConditions } from './gov-conditions.ts'
import { govContextEcho } from './gov-context-echo.ts'
import { govDecision } from './gov-decision.ts'
import { govDiffers, govEquals } from './gov-equals.ts'
import { govErrorClass } from './gov-error-class.ts'
import { govEscalated } from './gov-escalated.ts'
import { govExpiresIn } from './gov-expires-in.ts'
import { govFindings } from './gov-findings.ts'
import { govNotApproved } from './gov-not-approved.ts'
import { govNotDisclosed } from './gov-not-disclosed.ts'
import { govRefused } from './gov-refused.ts'
import { responseSchema } from './response-schema.ts'
import { statusCode } from './status-code.ts'

/** Every kind of validation this release can grade. Its parameters are checked against `params` when a storyboard is loaded. */
export const checks: readonly Check[] = [
  responseSchema,
  fieldPresent,
  fieldAbsent,
  fieldValue,
  fieldValueOrAbsent,
  fieldContains,
  fieldGreaterThan,
  fieldLessThan,
  envelopeFieldPresent,
  errorCode,
  statusCode,
  govDecision,
  govFindings,
  govConditions,
  govRefused,
  govNotApproved,
  govEscalated,
  govContextEcho,
  govExpiresIn,
  govErrorClass,
  govEquals,
  govDiffers,
  govAuditEntries,
  govNotDisclosed,
]

const byKind = new Map(checks.map((check) => [check.kind, check]))

export function findCheck(kind: string): Check | undefined {
  return byKind.get(kind)
}
