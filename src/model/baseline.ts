/** Failures that are known, and expected for a while; keys are those of the YAML. */
export interface Baseline {
  /** What the failures are of: the id of a profile or suite, or `selection`. */
  readonly scope: string
  readonly expected: readonly ExpectedFailure[]
}

export interface ExpectedFailure {
  /** Address. */
  readonly step: string
  /** Absent for a failure that names no requirement. */
  readonly requirement?: string
  /** `failed` when absent. */
  readonly status?: 'failed' | 'blocked'
  readonly reason: string
  readonly owner: string
  /** The last day on which it is accepted: YYYY-MM-DD, UTC. */
  readonly expires: string
}
