import { conditionsFromTheRoot } from './conditions-from-the-root.ts'
import { convertsCurrencies } from './converts-currencies.ts'
import { deniesRatherThanAsks } from './denies-rather-than-asks.ts'
import { deniesStrangers } from './denies-strangers.ts'
import { documentedCodes } from './documented-codes.ts'
import { errorsInAList } from './errors-in-a-list.ts'
import { es256Tokens } from './es256-tokens.ts'
import { eventStream } from './event-stream.ts'
import { extraFields } from './extra-fields.ts'
import { fineFractions } from './fine-fractions.ts'
import { hashedPolicyDecisions } from './hashed-policy-decisions.ts'
import { inAnEnvelope } from './in-an-envelope.ts'
import { listsTheLastFirst } from './lists-the-last-first.ts'
import { moreClaims } from './more-claims.ts'
import { notesOnApproval } from './notes-on-approval.ts'
import { offsetInstants } from './offset-instants.ts'
import { otherWording } from './other-wording.ts'
import { refusesContradictoryTotals } from './refuses-contradictory-totals.ts'
import { reportsTheShortfallLater } from './reports-the-shortfall-later.ts'
import { requiredFieldsOnly } from './required-fields-only.ts'
import { reversedKeys } from './reversed-keys.ts'
import { sparseVersions } from './sparse-versions.ts'
import { structuredOnly } from './structured-only.ts'
import { sumsUpBriefly } from './sums-up-briefly.ts'
import { textOnly } from './text-only.ts'
import { unhurried } from './unhurried.ts'
import type { Variant } from './variant.ts'
import { wholeSeconds } from './whole-seconds.ts'
import { workingOnIt } from './working-on-it.ts'

/** Every way to be right that this program is shown not to blame: in form, in decisions where there is a choice, on the wire. */
export const variants = [
  extraFields,
  requiredFieldsOnly,
  reversedKeys,
  otherWording,
  offsetInstants,
  wholeSeconds,
  fineFractions,
  sparseVersions,
  moreClaims,
  notesOnApproval,
  deniesRatherThanAsks,
  conditionsFromTheRoot,
  deniesStrangers,
  reportsTheShortfallLater,
  convertsCurrencies,
  listsTheLastFirst,
  refusesContradictoryTotals,
  sumsUpBriefly,
  workingOnIt,
  errorsInAList,
  documentedCodes,
  es256Tokens,
  hashedPolicyDecisions,
  unhurried,
  eventStream,
  textOnly,
  structuredOnly,
  inAnEnvelope,
] as const satisfies readonly Variant[]

export type { Variant } from './variant.ts'
