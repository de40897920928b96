import { CommanderError } from 'commander'
import { AgentUnavailable, AuthoringError, UsageError } from '../errors.ts'

/** The exit code of a run that did not happen; what a run that happened exits with is `verdictExitCode`. */
export function errorExitCode(error: unknown): number {
  // --help and --version leave by this way as well, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageError || error instanceof AuthoringError) return 2
  return error instanceof AgentUnavailable ? 4 : 5
}
