import type { AdcpVersion } from '../model/adcp-version.ts'
import type { Evidence, FailedOutcome } from '../model/check.ts'
import type { Exchange } from '../model/exchange.ts'
import type { TestKit } from '../model/test-kit.ts'

/** One answered step, as invariants see it. */
export interface Observed {
  readonly step: string
  readonly task: string
  readonly expects: Evidence['expects']
  /** All its own required validations hold. */
  readonly passed: boolean
  readonly exchange: Exchange
}

/** What invariants know beside the exchanges. */
export interface World {
  readonly adcp: AdcpVersion
  /** Credentials of the run. */
  readonly secrets: readonly string[]
  readonly kit: TestKit | undefined
}

/** A rule over all steps of a storyboard: one object, one file, pure. */
export interface Invariant {
  /** The value authors write in `invariants`. */
  readonly id: string
  readonly title: string
  /** The AdCP lines at which it holds where the storyboard does not say otherwise. */
  readonly lines: readonly AdcpVersion['line'][]
  /** What the newest of the answered steps broke; undefined when it broke nothing. */
  judge(answered: readonly Observed[], world: World): FailedOutcome | undefined
}
