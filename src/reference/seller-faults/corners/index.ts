import type { SellerFault } from '../seller-fault.ts'
import { addsPackagesWithoutAsking } from './adds-packages-without-asking.ts'
import { answersOutagesWithSuccess } from './answers-outages-with-success.ts'
import { asksAboutChangesAsABuyerWould } from './asks-about-changes-as-a-buyer-would.ts'
import { asksAboutChangesAsTheBuyer } from './asks-about-changes-as-the-buyer.ts'
import { asksAboutTheFirstPackageOnly } from './asks-about-the-first-package-only.ts'
import { asksAboutThePurchaseBeforeTheChange } from './asks-about-the-purchase-before-the-change.ts'
import { asksInAnotherCurrency } from './asks-in-another-currency.ts'
import { asksOnlyAboutLargeSums } from './asks-only-about-large-sums.ts'
import { asksOnlyWhereAPlanIsNamed } from './asks-only-where-a-plan-is-named.ts'
import { asksUntilItIsApproved } from './asks-until-it-is-approved.ts'
import { carriesConflictsOut } from './carries-conflicts-out.ts'
import { changesWithoutAToken } from './changes-without-a-token.ts'
import { extendsFlightsWithoutAsking } from './extends-flights-without-asking.ts'
import { failsStrangersWithoutAReason } from './fails-strangers-without-a-reason.ts'
import { forbidsSomeAlgorithms } from './forbids-some-algorithms.ts'
import { forgetsTokensBetweenTasks } from './forgets-tokens-between-tasks.ts'
import { forgivesTheLastSlashOfAnIssuer } from './forgives-the-last-slash-of-an-issuer.ts'
import { grantsRightsWithoutAToken } from './grants-rights-without-a-token.ts'
import { keepsOutdatedCredentials } from './keeps-outdated-credentials.ts'
import { letsTheLastAgentDecide } from './lets-the-last-agent-decide.ts'
import { registersTheFirstAccountOnly } from './registers-the-first-account-only.ts'
import { registersWhatItRefuses } from './registers-what-it-refuses.ts'
import { rejectsRightsInAnOutage } from './rejects-rights-in-an-outage.ts'
import { reportsOfNoTime } from './reports-of-no-time.ts'
import { reportsWithoutTheToken } from './reports-without-the-token.ts'
import { startsEarly } from './starts-early.ts'
import { takesATaskForApproval } from './takes-a-task-for-approval.ts'
import { takesAUsedKeyForALicence } from './takes-a-used-key-for-a-licence.ts'
import { takesAnyPhaseForChanges } from './takes-any-phase-for-changes.ts'
import { takesTheEndOfATaskForApproval } from './takes-the-end-of-a-task-for-approval.ts'
import { takesTokensForNoPhase } from './takes-tokens-for-no-phase.ts'
import { takesTokensForNoPlan } from './takes-tokens-for-no-plan.ts'
import { takesTokensForNobody } from './takes-tokens-for-nobody.ts'
import { takesTokensOfNoType } from './takes-tokens-of-no-type.ts'
import { takesUnknownPlansForUngoverned } from './takes-unknown-plans-for-ungoverned.ts'
import { tellsCredentialsToWhoeverAsks } from './tells-credentials-to-whoever-asks.ts'
import { tellsTheClaimByRecovery } from './tells-the-claim-by-recovery.ts'
import { tellsTheClaimInDetails } from './tells-the-claim-in-details.ts'
import { triesKeysThatNobodyNamed } from './tries-keys-that-nobody-named.ts'
import { understatesTheBudget } from './understates-the-budget.ts'
import { verifiesPurchasesAlone } from './verifies-purchases-alone.ts'
import { writesTokensAnew } from './writes-tokens-anew.ts'

/** Sellers that are right wherever one looks first, and wrong around a corner: in another task, a second package, a member that is missing. */
export const cornerFaults = [
  registersWhatItRefuses,
  carriesConflictsOut,
  keepsOutdatedCredentials,
  registersTheFirstAccountOnly,
  tellsCredentialsToWhoeverAsks,
  failsStrangersWithoutAReason,
  asksOnlyAboutLargeSums,
  asksOnlyWhereAPlanIsNamed,
  understatesTheBudget,
  asksAboutTheFirstPackageOnly,
  asksInAnotherCurrency,
  asksAboutChangesAsABuyerWould,
  asksAboutChangesAsTheBuyer,
  asksAboutThePurchaseBeforeTheChange,
  extendsFlightsWithoutAsking,
  addsPackagesWithoutAsking,
  writesTokensAnew,
  reportsWithoutTheToken,
  reportsOfNoTime,
  asksUntilItIsApproved,
  answersOutagesWithSuccess,
  rejectsRightsInAnOutage,
  takesATaskForApproval,
  takesTheEndOfATaskForApproval,
  takesUnknownPlansForUngoverned,
  letsTheLastAgentDecide,
  changesWithoutAToken,
  grantsRightsWithoutAToken,
  verifiesPurchasesAlone,
  takesTokensForNobody,
  takesTokensForNoPlan,
  takesTokensForNoPhase,
  takesAnyPhaseForChanges,
  startsEarly,
  forbidsSomeAlgorithms,
  takesTokensOfNoType,
  triesKeysThatNobodyNamed,
  forgivesTheLastSlashOfAnIssuer,
  forgetsTokensBetweenTasks,
  takesAUsedKeyForALicence,
  tellsTheClaimInDetails,
  tellsTheClaimByRecovery,
] as const satisfies readonly SellerFault[]
