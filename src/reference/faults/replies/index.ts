import type { Fault } from '../fault.ts'
import { addsCodesToConditions } from './adds-codes-to-conditions.ts'
import { aggregatesOver400Days } from './aggregates-over-400-days.ts'
import { answersAMixedRequest } from './answers-a-mixed-request.ts'
import { approvesWithoutExpiry } from './approves-without-expiry.ts'
import { callsPoliciesInline } from './calls-policies-inline.ts'
import { deniesWithoutFindings } from './denies-without-findings.ts'
import { explainsWithOk } from './explains-with-ok.ts'
import { hidesThatItIsExperimental } from './hides-that-it-is-experimental.ts'
import { omitsExplanation } from './omits-explanation.ts'
import { ratesFindingsMust } from './rates-findings-must.ts'
import { reportsOutcomesOk } from './reports-outcomes-ok.ts'
import { runsInModeStrict } from './runs-in-mode-strict.ts'
import { saysEscalated } from './says-escalated.ts'
import { thinksForElevenSeconds } from './thinks-for-eleven-seconds.ts'
import { versionsAsText } from './versions-as-text.ts'
import { withholdsItsConditions } from './withholds-its-conditions.ts'

export const replyFaults = [
  omitsExplanation,
  saysEscalated,
  deniesWithoutFindings,
  withholdsItsConditions,
  approvesWithoutExpiry,
  ratesFindingsMust,
  addsCodesToConditions,
  versionsAsText,
  reportsOutcomesOk,
  aggregatesOver400Days,
  hidesThatItIsExperimental,
  answersAMixedRequest,
  runsInModeStrict,
  callsPoliciesInline,
  thinksForElevenSeconds,
  explainsWithOk,
] as const satisfies readonly Fault[]
