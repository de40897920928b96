import type { Fault } from '../fault.ts'
import { addsCurrencyToTheLog } from './adds-currency-to-the-log.ts'
import { addsUpThePlansOfALog } from './adds-up-the-plans-of-a-log.ts'
import { alwaysShowsEntries } from './always-shows-entries.ts'
import { auditsNothingInParticular } from './audits-nothing-in-particular.ts'
import { auditsTheFirstPlanOnly } from './audits-the-first-plan-only.ts'
import { countsApprovalsOnly } from './counts-approvals-only.ts'
import { countsNoOutcomes } from './counts-no-outcomes.ts'
import { forgetsGovernedActions } from './forgets-governed-actions.ts'
import { forgetsTheLogWhenSynced } from './forgets-the-log-when-synced.ts'
import { logsAmountsAsAField } from './logs-amounts-as-a-field.ts'
import { logsChangesAsPurchases } from './logs-changes-as-purchases.ts'
import { logsLocalTime } from './logs-local-time.ts'
import { logsNoAmounts } from './logs-no-amounts.ts'
import { logsNoContext } from './logs-no-context.ts'
import { logsNoMode } from './logs-no-mode.ts'
import { logsNoPlanHash } from './logs-no-plan-hash.ts'
import { logsNoReasons } from './logs-no-reasons.ts'
import { logsNoReviewer } from './logs-no-reviewer.ts'
import { logsOnlyApprovals } from './logs-only-approvals.ts'
import { logsOnlyIntents } from './logs-only-intents.ts'
import { logsTheFirstToken } from './logs-the-first-token.ts'
import { logsTheFirstVersion } from './logs-the-first-version.ts'
import { logsTheLastThree } from './logs-the-last-three.ts'
import { logsTheWholeBudget } from './logs-the-whole-budget.ts'
import { mixesTheEntriesOfPlans } from './mixes-the-entries-of-plans.ts'
import { namesTheForeignPlan } from './names-the-foreign-plan.ts'
import { takesPercentForAFraction } from './takes-percent-for-a-fraction.ts'

export const auditFaults = [
  logsOnlyApprovals,
  logsOnlyIntents,
  logsNoAmounts,
  logsNoPlanHash,
  logsNoContext,
  logsTheWholeBudget,
  namesTheForeignPlan,
  alwaysShowsEntries,
  auditsNothingInParticular,
  logsNoMode,
  logsTheFirstVersion,
  logsNoReasons,
  addsCurrencyToTheLog,
  logsAmountsAsAField,
  logsNoReviewer,
  auditsTheFirstPlanOnly,
  addsUpThePlansOfALog,
  countsApprovalsOnly,
  countsNoOutcomes,
  forgetsGovernedActions,
  logsLocalTime,
  logsTheLastThree,
  forgetsTheLogWhenSynced,
  logsChangesAsPurchases,
  logsTheFirstToken,
  mixesTheEntriesOfPlans,
  takesPercentForAFraction,
] as const satisfies readonly Fault[]
