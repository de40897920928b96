import type { SellerFault } from '../seller-fault.ts'
import { addsGovernanceAgents } from './adds-governance-agents.ts'
import { asksTheFirstAgentOnly } from './asks-the-first-agent-only.ts'
import { echoesCredentials } from './echoes-credentials.ts'
import { hidesThatItIsAware } from './hides-that-it-is-aware.ts'
import { hidesThatItIsExperimental } from './hides-that-it-is-experimental.ts'
import { letsStrangersRegister } from './lets-strangers-register.ts'
import { listsNoStatus } from './lists-no-status.ts'
import { registersOneOfSeveral } from './registers-one-of-several.ts'
import { registersPlainHttp } from './registers-plain-http.ts'
import { registersShortCredentials } from './registers-short-credentials.ts'
import { requiresGovernanceOfAll } from './requires-governance-of-all.ts'
import { runsARegistrationAgain } from './runs-a-registration-again.ts'

export const registrationFaults = [
  listsNoStatus,
  addsGovernanceAgents,
  letsStrangersRegister,
  registersOneOfSeveral,
  registersPlainHttp,
  registersShortCredentials,
  echoesCredentials,
  runsARegistrationAgain,
  requiresGovernanceOfAll,
  asksTheFirstAgentOnly,
  hidesThatItIsExperimental,
  hidesThatItIsAware,
] as const satisfies readonly SellerFault[]
