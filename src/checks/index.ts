import type { Check } from '../model/check.ts'
import { a2aContextContinuity } from './a2a-context-continuity.ts'
import { a2aSubmittedArtifact } from './a2a-submitted-artifact.ts'
import { anyOf } from './any-of.ts'
import { arrayLength } from './array-length.ts'
import { canonicalFormatSatisfaction } from './canonical-format-satisfaction.ts'
import { crossResponseCountDistinct, crossResponseFieldEqual } from './cross-response.ts'
import { envelopeFieldPresent } from './envelope-field-present.ts'
import { envelopeFieldAbsent, envelopeFieldValue, envelopeFieldValueOrAbsent } from './envelope-fields.ts'
import { errorCode } from './error-code.ts'
import { fieldAbsent } from './field-absent.ts'
import { fieldContains } from './field-contains.ts'
import { fieldEqualsContext } from './field-equals-context.ts'
import { allFieldsInContextArray, fieldInContextArray } from './field-in-context-array.ts'
import { fieldAtLeast, fieldAtMost, fieldGreaterThan, fieldLessThan } from './field-order.ts'
import { envelopeFieldPattern, fieldPattern } from './field-pattern.ts'
import { fieldPresent } from './field-present.ts'
import { fieldValue } from './field-value.ts'
import { fieldValueOrAbsent } from './field-value-or-absent.ts'
import { govAnswersWithin } from './gov-answers-within.ts'
import { govAuditEntries } from './gov-audit-entries.ts'
import { govCallFailed } from './gov-call-failed.ts'
import { govConditions } from './gov-conditions.ts'
import { govContextEcho } from './gov-context-echo.ts'
import { govDecision } from './gov-decision.ts'
import { govDiffers, govEquals } from './gov-equals.ts'
import { govErrorClass } from './gov-error-class.ts'
import { govErrorOrFinding } from './gov-error-or-finding.ts'
import { govEscalated } from './gov-escalated.ts'
import { govExpiresIn } from './gov-expires-in.ts'
import { govExplained } from './gov-explained.ts'
import { govFailedEntry } from './gov-failed-entry.ts'
import { govFindingConfidence } from './gov-finding-confidence.ts'
import { govFindings } from './gov-findings.ts'
import { govFlagged } from './gov-flagged.ts'
import { govHeldBack } from './gov-held-back.ts'
import { govJwksArchive } from './gov-jwks-archive.ts'
import { govJwksKey } from './gov-jwks-key.ts'
import { govJwksOwnKey } from './gov-jwks-own-key.ts'
import { govMentions } from './gov-mentions.ts'
import { govNotApproved } from './gov-not-approved.ts'
import { govNotDisclosed } from './gov-not-disclosed.ts'
import { govOutcome } from './gov-outcome.ts'
import { govPeerAdjusted } from './gov-peer-adjusted.ts'
import { govPeerBeforeCommit } from './gov-peer-before-commit.ts'
import { govPeerCalled, govPeerNotCalled } from './gov-peer-called.ts'
import { govPeerCovers } from './gov-peer-covers.ts'
import { govPeerHeaders } from './gov-peer-headers.ts'
import { govPeerPlanned } from './gov-peer-planned.ts'
import { govPeerRequest } from './gov-peer-request.ts'
import { govPeerRequested } from './gov-peer-requested.ts'
import { govPeerValid } from './gov-peer-valid.ts'
import { govReadBack } from './gov-read-back.ts'
import { govRecordedFindings } from './gov-recorded-findings.ts'
import { govRefusalPlaced } from './gov-refusal-placed.ts'
import { govRefused } from './gov-refused.ts'
import { govRefusedOnceSeen } from './gov-refused-once-seen.ts'
import { govRevocationList } from './gov-revocation-list.ts'
import { govRevocationSignature } from './gov-revocation-signature.ts'
import { govSameRefusal } from './gov-same-refusal.ts'
import { govStopped } from './gov-stopped.ts'
import { govTokenClaim } from './gov-token-claim.ts'
import { govTokenCrit } from './gov-token-crit.ts'
import { govTokenFresh } from './gov-token-fresh.ts'
import { govTokenHeader } from './gov-token-header.ts'
import { govTokenIssuer } from './gov-token-issuer.ts'
import { govTokenJws } from './gov-token-jws.ts'
import { govTokenLifetime } from './gov-token-lifetime.ts'
import { govTokenPlanHash } from './gov-token-plan-hash.ts'
import { govTokenPlanHashForm } from './gov-token-plan-hash-form.ts'
import { govTokenPolicyEvidence } from './gov-token-policy-evidence.ts'
import { govTokenSignature } from './gov-token-signature.ts'
import { httpStatus, httpStatusIn } from './http-status.ts'
import { on401RequireHeader } from './on-401-require-header.ts'
import { refsResolve } from './refs-resolve.ts'
import { replayNotCachedRateLimit } from './replay-not-cached-rate-limit.ts'
import { resourceEqualsAgentUrl } from './resource-equals-agent-url.ts'
import { responseSchema } from './response-schema.ts'
import { statusCode } from './status-code.ts'
import { upstreamTraffic } from './upstream-traffic.ts'

/** Every kind of validation this release can grade. Its parameters are checked against `params` when a storyboard is loaded. */
export const checks: readonly Check[] = [
  responseSchema,
  fieldPresent,
  fieldAbsent,
  fieldValue,
  fieldValueOrAbsent,
  fieldContains,
  fieldPattern,
  fieldGreaterThan,
  fieldLessThan,
  fieldAtLeast,
  fieldAtMost,
  fieldEqualsContext,
  fieldInContextArray,
  allFieldsInContextArray,
  arrayLength,
  envelopeFieldPresent,
  envelopeFieldAbsent,
  envelopeFieldValue,
  envelopeFieldValueOrAbsent,
  envelopeFieldPattern,
  errorCode,
  statusCode,
  httpStatus,
  httpStatusIn,
  on401RequireHeader,
  resourceEqualsAgentUrl,
  anyOf,
  refsResolve,
  crossResponseFieldEqual,
  crossResponseCountDistinct,
  replayNotCachedRateLimit,
  canonicalFormatSatisfaction,
  upstreamTraffic,
  a2aSubmittedArtifact,
  a2aContextContinuity,
  govDecision,
  govOutcome,
  govFindings,
  govExplained,
  govConditions,
  govRefused,
  govNotApproved,
  govEscalated,
  govHeldBack,
  govFlagged,
  govErrorOrFinding,
  govRecordedFindings,
  govFindingConfidence,
  govMentions,
  govAnswersWithin,
  govContextEcho,
  govExpiresIn,
  govErrorClass,
  govEquals,
  govDiffers,
  govAuditEntries,
  govNotDisclosed,
  govTokenJws,
  govTokenHeader,
  govTokenClaim,
  govTokenIssuer,
  govTokenLifetime,
  govTokenFresh,
  govTokenPolicyEvidence,
  govTokenPlanHash,
  govTokenPlanHashForm,
  govTokenCrit,
  govTokenSignature,
  govJwksKey,
  govJwksOwnKey,
  govJwksArchive,
  govRevocationList,
  govRevocationSignature,
  govPeerCalled,
  govPeerNotCalled,
  govPeerRequest,
  govPeerRequested,
  govPeerPlanned,
  govPeerCovers,
  govPeerAdjusted,
  govPeerValid,
  govPeerBeforeCommit,
  govPeerHeaders,
  govReadBack,
  govCallFailed,
  govSameRefusal,
  govFailedEntry,
  govRefusalPlaced,
  govRefusedOnceSeen,
  govStopped,
]

const byKind = new Map(checks.map((check) => [check.kind, check]))

export function findCheck(kind: string): Check | undefined {
  return byKind.get(kind)
}
