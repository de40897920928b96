import type { SellerProbe } from './probe-acts.fixture.ts'
import { decisionsProbes } from './probes-decisions.fixture.ts'
import { questionsProbes } from './probes-questions.fixture.ts'
import { registrationProbes } from './probes-registration.fixture.ts'
import { tokenProbes } from './probes-token.fixture.ts'

/** One probe a requirement. */
export const sellerProbes: Readonly<Record<string, SellerProbe>> = {
  ...registrationProbes,
  ...decisionsProbes,
  ...questionsProbes,
  ...tokenProbes,
}
