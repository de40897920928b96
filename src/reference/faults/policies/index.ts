import type { Fault } from '../fault.ts'
import { forgetsSharedPolicies } from './forgets-shared-policies.ts'
import { ignoresMustPolicies } from './ignores-must-policies.ts'
import { ignoresRestrictedAttributes } from './ignores-restricted-attributes.ts'
import { isCertainOfEverything } from './is-certain-of-everything.ts'
import { isNeverContent } from './is-never-content.ts'
import { isSilentOnAudienceSize } from './is-silent-on-audience-size.ts'
import { namesNoPolicy } from './names-no-policy.ts'
import { negotiatesForEver } from './negotiates-for-ever.ts'
import { obeysCustomExceptions } from './obeys-custom-exceptions.ts'
import { obeysTheObjectives } from './obeys-the-objectives.ts'
import { onlyWarnsOnMustPolicies } from './only-warns-on-must-policies.ts'
import { overlooksRestrictedExclusions } from './overlooks-restricted-exclusions.ts'

export const policyFaults = [
  ignoresMustPolicies,
  onlyWarnsOnMustPolicies,
  ignoresRestrictedAttributes,
  overlooksRestrictedExclusions,
  isSilentOnAudienceSize,
  negotiatesForEver,
  isNeverContent,
  isCertainOfEverything,
  namesNoPolicy,
  obeysCustomExceptions,
  obeysTheObjectives,
  forgetsSharedPolicies,
] as const satisfies readonly Fault[]
