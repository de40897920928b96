/** The storyboard, kit, profile or requirement author must mend a file. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError'
  constructor(readonly problems: readonly AuthoringProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}:${p.column}  ${p.message}`).join('\n'))
  }
}

export interface AuthoringProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** The person at the shell must change what was typed or set. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}

/** A file that somebody gave as evidence cannot be taken as such: damaged, cut short, not what it says, or from a newer release. */
export class EvidenceRefused extends UsageError {
  override readonly name = 'EvidenceRefused'
}

/** No run is possible with this agent as it stands: it cannot be reached, or does not let us in. */
export class AgentUnavailable extends Error {
  override readonly name = 'AgentUnavailable'
  constructor(
    readonly url: string,
    readonly why: string,
    readonly remedy: string,
  ) {
    super(`${url}: ${why}. ${remedy}`)
  }
}

/** A step or validation asks for something that no agent can be graded by; the agent is not blamed. */
export class AuthoringDefect extends Error {
  override readonly name = 'AuthoringDefect'
}

/** What the agent publishes could not be read, so nothing can be said about it; the agent is not blamed. */
export class KeysOutOfReach extends Error {
  override readonly name = 'KeysOutOfReach'
}

/** A validation that this run cannot evaluate, through no fault of the agent's or the author's; `blocked` is why, as verdicts name it. */
export class NotEvaluable extends Error {
  override readonly name = 'NotEvaluable'
  constructor(
    readonly blocked: 'unresolved_substitution' | 'missing_test_controller' | 'unsupported',
    message: string,
  ) {
    super(message)
  }
}
