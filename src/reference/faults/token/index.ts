import type { Fault } from '../fault.ts'
import { addressesTokensToTheBuyer } from './addresses-tokens-to-the-buyer.ts'
import { bindsToTheFirstPlan } from './binds-to-the-first-plan.ts'
import { callsIntentsPurchases } from './calls-intents-purchases.ts'
import { endsTokensWithALine } from './ends-tokens-with-a-line.ts'
import { hashesWithoutExt } from './hashes-without-ext.ts'
import { issuesOpaqueTokens } from './issues-opaque-tokens.ts'
import { leavesTheCallerOut } from './leaves-the-caller-out.ts'
import { leavesThePoliciesOut } from './leaves-the-policies-out.ts'
import { letsExecutionsLiveForAYear } from './lets-executions-live-for-a-year.ts'
import { letsIntentsLiveForAnHour } from './lets-intents-live-for-an-hour.ts'
import { listsRevocationsForADay } from './lists-revocations-for-a-day.ts'
import { namesAPurchaseInIntents } from './names-a-purchase-in-intents.ts'
import { namesAnInsecureIssuer } from './names-an-insecure-issuer.ts'
import { putsTheCheckIntoSub } from './puts-the-check-into-sub.ts'
import { reusesTokenIds } from './reuses-token-ids.ts'
import { revokesForAnotherIssuer } from './revokes-for-another-issuer.ts'
import { signsWithASharedSecret } from './signs-with-a-shared-secret.ts'
import { signsWithAnUnpublishedKey } from './signs-with-an-unpublished-key.ts'
import { typesTokensJwt } from './types-tokens-jwt.ts'
import { writesThePlanHashInHex } from './writes-the-plan-hash-in-hex.ts'

export const tokenFaults = [
  issuesOpaqueTokens,
  signsWithASharedSecret,
  typesTokensJwt,
  signsWithAnUnpublishedKey,
  namesAnInsecureIssuer,
  putsTheCheckIntoSub,
  addressesTokensToTheBuyer,
  letsIntentsLiveForAnHour,
  letsExecutionsLiveForAYear,
  reusesTokenIds,
  callsIntentsPurchases,
  leavesTheCallerOut,
  namesAPurchaseInIntents,
  leavesThePoliciesOut,
  writesThePlanHashInHex,
  bindsToTheFirstPlan,
  hashesWithoutExt,
  listsRevocationsForADay,
  endsTokensWithALine,
  revokesForAnotherIssuer,
] as const satisfies readonly Fault[]
