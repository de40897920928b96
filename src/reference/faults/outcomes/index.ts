import type { Fault } from '../fault.ts'
import { commitsAReplayAgain } from './commits-a-replay-again.ts'
import { commitsFailures } from './commits-failures.ts'
import { commitsNoMoreThanAsked } from './commits-no-more-than-asked.ts'
import { commitsOnApproval } from './commits-on-approval.ts'
import { commitsWhatWasAsked } from './commits-what-was-asked.ts'
import { forgetsToSubtract } from './forgets-to-subtract.ts'
import { isSilentOnDiscrepancies } from './is-silent-on-discrepancies.ts'
import { namesNoReference } from './names-no-reference.ts'
import { roundsWhatIsCommitted } from './rounds-what-is-committed.ts'
import { takesAnyCheckId } from './takes-any-check-id.ts'
import { takesAnyContext } from './takes-any-context.ts'

export const outcomeFaults = [
  commitsOnApproval,
  commitsWhatWasAsked,
  isSilentOnDiscrepancies,
  commitsFailures,
  forgetsToSubtract,
  takesAnyCheckId,
  takesAnyContext,
  namesNoReference,
  commitsAReplayAgain,
  commitsNoMoreThanAsked,
  roundsWhatIsCommitted,
] as const satisfies readonly Fault[]
