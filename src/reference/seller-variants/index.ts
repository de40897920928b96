import { addsItsOwn } from './adds-its-own.ts'
import { answersBriefly } from './answers-briefly.ts'
import { asksThreeTimes } from './asks-three-times.ts'
import { checksEveryChange } from './checks-every-change.ts'
import { forwardsOnly } from './forwards-only.ts'
import { keepsLists } from './keeps-lists.ts'
import { keepsNoKeys } from './keeps-no-keys.ts'
import { namesKindsOfFlaws } from './names-kinds-of-flaws.ts'
import { neverAdjusts } from './never-adjusts.ts'
import type { SellerVariant } from './seller-variant.ts'
import { sendsNoSummaries } from './sends-no-summaries.ts'
import { takesOpaqueContexts } from './takes-opaque-contexts.ts'
import { tellsTimeElsewhere } from './tells-time-elsewhere.ts'
import { wantsExecutionTokens } from './wants-execution-tokens.ts'
import { wantsIntents } from './wants-intents.ts'
import { writesOtherWords } from './writes-other-words.ts'

/** Sellers that are right in their own way. */
export const sellerVariants: readonly SellerVariant[] = [
  forwardsOnly,
  takesOpaqueContexts,
  wantsIntents,
  wantsExecutionTokens,
  neverAdjusts,
  asksThreeTimes,
  answersBriefly,
  writesOtherWords,
  checksEveryChange,
  sendsNoSummaries,
  keepsNoKeys,
  keepsLists,
  namesKindsOfFlaws,
  tellsTimeElsewhere,
  addsItsOwn,
]

export type { SellerVariant } from './seller-variant.ts'
