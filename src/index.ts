import type { RunReport } from './model/run-report.ts'
import type { RunOptions } from './run/options.ts'
import { run as runStoryboards } from './run.ts'

export type { AgentCredentials, RunCredentials } from './auth/agent-credentials.ts'
export type { OAuthClient } from './auth/oauth-client.ts'
export { AgentUnavailable, AuthoringError, UsageError } from './errors.ts'
export type { Check, Evidence, Outcome } from './model/check.ts'
export type { Exchange, Reply } from './model/exchange.ts'
export type { RunEvent } from './model/run-event.ts'
export type { RunReport, StepReport, StoryboardReport } from './model/run-report.ts'
export { type AgentOptions, defaultLimits, type Limits, type RunOptions } from './run/options.ts'

// Made new here, so that the published types reach no further than its signature, and ask for no package.
/**
 * Runs storyboards against one agent, or several, and returns the one verdict object, without secrets.
 * What the agent does wrong is in the report, including that it could not be reached (`verdict.status` is then `unreachable`).
 * @throws AuthoringError when a storyboard, kit or profile is wrong; nothing was sent then.
 * @throws UsageError when an option is.
 */
export function run(options: RunOptions): Promise<RunReport> {
  return runStoryboards(options)
}
