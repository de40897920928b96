import type { Fault } from '../fault.ts'
import { addsCurrencyToTheLog } from './adds-currency-to-the-log.ts'
import { addsUpThePlansOfALog } from './adds-up-the-plans-of-a-log.ts'
import { alwaysShowsEntries } from './always-shows-entries.ts'
import { auditsNothingInParticular } from './audits-nothing-in-particular.ts'
import { auditsTheFirstPlanOnly } from './audits-the-first-plan-only.ts'
import { countsApprovalsOnly } from './counts-approvals-only.ts'
import { countsNoOutcomes } from './counts-no-outcomes.ts'
import { forgetsGovernedActions } from './forgets-governed-actions.ts'
import { logsAmountsAsAField } from './logs-amounts-as-a-field.ts'
import { logsLocalTime } from './logs-local-time.ts'
import { logsNoAmounts } from './logs-no-amounts.ts'
import { logsNoContext } from './logs-no-context.ts'
import { logsNoMode } from './logs-no-mode.ts'
import { logsNoPlanHash } from './logs-no-plan-hash.ts'
import { logsNoReasons } from './logs-no-reasons.ts'
import { logsNoReviewer } from './logs-no-reviewer.ts'
import { logsOnlyApprovals } from './logs-only-approvals.ts'
import { logsOnlyIntents } from './logs-only-intents.ts'
import { logsTheFirstVersion } from './logs-the-first-version.ts'
import { logsTheWholeBudget } from './logs-the-whole-budget.ts'
import { namesTheForeignPlan } from './names-the-foreign-plan.ts'

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
] as const satisfies readonly Fault[]
