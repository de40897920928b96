import type { Fault } from '../fault.ts'
import { addressesTokensToTheBuyer } from './addresses-tokens-to-the-buyer.ts'
import { bindsExecutionsToTheFirstPlan } from './binds-executions-to-the-first-plan.ts'
import { bindsToTheFirstPlan } from './binds-to-the-first-plan.ts'
import { callsChangesPurchases } from './calls-changes-purchases.ts'
import { callsDeliveriesPurchases } from './calls-deliveries-purchases.ts'
import { callsIntentsPurchases } from './calls-intents-purchases.ts'
import { capsTheBudgetQuietly } from './caps-the-budget-quietly.ts'
import { endsItsNameWithASlash } from './ends-its-name-with-a-slash.ts'
import { endsTokensWithALine } from './ends-tokens-with-a-line.ts'
import { forgetsRevokedKeys } from './forgets-revoked-keys.ts'
import { hashesNormalisedText } from './hashes-normalised-text.ts'
import { hashesRoundedNumbers } from './hashes-rounded-numbers.ts'
import { hashesSortedLists } from './hashes-sorted-lists.ts'
import { hashesWithDefaults } from './hashes-with-defaults.ts'
import { hashesWithoutExt } from './hashes-without-ext.ts'
import { hashesWithoutNulls } from './hashes-without-nulls.ts'
import { hashesWithoutStatus } from './hashes-without-status.ts'
import { issuesOpaqueTokens } from './issues-opaque-tokens.ts'
import { issuesTokensOfTomorrow } from './issues-tokens-of-tomorrow.ts'
import { leavesTheCallerOut } from './leaves-the-caller-out.ts'
import { leavesThePoliciesOut } from './leaves-the-policies-out.ts'
import { letsExecutionsLiveForAYear } from './lets-executions-live-for-a-year.ts'
import { letsIntentsLiveForAnHour } from './lets-intents-live-for-an-hour.ts'
import { listsItsSellersAsAudience } from './lists-its-sellers-as-audience.ts'
import { listsRevocationsForADay } from './lists-revocations-for-a-day.ts'
import { listsThePlanHashAsCritical } from './lists-the-plan-hash-as-critical.ts'
import { namesAPurchaseInIntents } from './names-a-purchase-in-intents.ts'
import { namesAnInsecureIssuer } from './names-an-insecure-issuer.ts'
import { namesNoPurchaseInExecutions } from './names-no-purchase-in-executions.ts'
import { numbersTokensByPlan } from './numbers-tokens-by-plan.ts'
import { publishesKeysForEncryption } from './publishes-keys-for-encryption.ts'
import { putsTheCheckIntoSub } from './puts-the-check-into-sub.ts'
import { reusesTokenIds } from './reuses-token-ids.ts'
import { revokesForAnotherIssuer } from './revokes-for-another-issuer.ts'
import { signsCarelesslyForSellers } from './signs-carelessly-for-sellers.ts'
import { signsRequestsWithTheSameKey } from './signs-requests-with-the-same-key.ts'
import { signsWithASharedSecret } from './signs-with-a-shared-secret.ts'
import { signsWithAnUnpublishedKey } from './signs-with-an-unpublished-key.ts'
import { signsWithAnotherKey } from './signs-with-another-key.ts'
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
  publishesKeysForEncryption,
  endsItsNameWithASlash,
  listsItsSellersAsAudience,
  callsDeliveriesPurchases,
  namesNoPurchaseInExecutions,
  capsTheBudgetQuietly,
  signsRequestsWithTheSameKey,
  forgetsRevokedKeys,
  signsWithAnotherKey,
  listsThePlanHashAsCritical,
  hashesNormalisedText,
  hashesRoundedNumbers,
  hashesSortedLists,
  hashesWithoutNulls,
  hashesWithoutStatus,
  hashesWithDefaults,
  callsChangesPurchases,
  issuesTokensOfTomorrow,
  numbersTokensByPlan,
  signsCarelesslyForSellers,
  bindsExecutionsToTheFirstPlan,
] as const satisfies readonly Fault[]
