import type { Fault } from '../fault.ts'
import { acceptsAFlightBackwards } from './accepts-a-flight-backwards.ts'
import { acceptsAnyPlan } from './accepts-any-plan.ts'
import { acceptsBothWaysToReallocate } from './accepts-both-ways-to-reallocate.ts'
import { acceptsBudgetBelowCommitted } from './accepts-budget-below-committed.ts'
import { acceptsDatesInWords } from './accepts-dates-in-words.ts'
import { acceptsHousingWithoutAHuman } from './accepts-housing-without-a-human.ts'
import { acceptsNoWayToReallocate } from './accepts-no-way-to-reallocate.ts'
import { acceptsUnknownBrands } from './accepts-unknown-brands.ts'
import { answersAConflict } from './answers-a-conflict.ts'
import { asksAHumanOnlyWhenTold } from './asks-a-human-only-when-told.ts'
import { forgetsMoneyWhenSynced } from './forgets-money-when-synced.ts'
import { givesAllPlansTheTermsOfTheLast } from './gives-all-plans-the-terms-of-the-last.ts'
import { hidesAReplay } from './hides-a-replay.ts'
import { ignoresTheSecondSync } from './ignores-the-second-sync.ts'
import { keepsTheFirstChannels } from './keeps-the-first-channels.ts'
import { keepsTheFirstFlight } from './keeps-the-first-flight.ts'
import { keepsTheFirstSellers } from './keeps-the-first-sellers.ts'
import { keepsTheVersion } from './keeps-the-version.ts'
import { letsTheHumanBeDropped } from './lets-the-human-be-dropped.ts'
import { namesNoField } from './names-no-field.ts'
import { overlooksContestation } from './overlooks-contestation.ts'
import { overlooksDetailsOfARequest } from './overlooks-details-of-a-request.ts'
import { refusesUnknownMembers } from './refuses-unknown-members.ts'
import { rollsBackOnAReplay } from './rolls-back-on-a-replay.ts'
import { runsAReplayAgain } from './runs-a-replay-again.ts'
import { syncsTheFirstPlanOnly } from './syncs-the-first-plan-only.ts'
import { tellsTheFirstRequest } from './tells-the-first-request.ts'

export const planFaults = [
  keepsTheVersion,
  ignoresTheSecondSync,
  acceptsAnyPlan,
  acceptsAFlightBackwards,
  namesNoField,
  acceptsUnknownBrands,
  acceptsBudgetBelowCommitted,
  acceptsBothWaysToReallocate,
  acceptsNoWayToReallocate,
  acceptsHousingWithoutAHuman,
  asksAHumanOnlyWhenTold,
  runsAReplayAgain,
  hidesAReplay,
  answersAConflict,
  tellsTheFirstRequest,
  letsTheHumanBeDropped,
  overlooksContestation,
  refusesUnknownMembers,
  syncsTheFirstPlanOnly,
  givesAllPlansTheTermsOfTheLast,
  keepsTheFirstFlight,
  keepsTheFirstChannels,
  keepsTheFirstSellers,
  forgetsMoneyWhenSynced,
  rollsBackOnAReplay,
  overlooksDetailsOfARequest,
  acceptsDatesInWords,
] as const satisfies readonly Fault[]
