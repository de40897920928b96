import { CommanderError } from 'commander'
import { AgentUnavailable, AuthoringError, UsageError } from '../errors.ts'
import { terminalSafe } from '../report/terminal-safe.ts'
import type { Io } from './io.ts'

const longestLine = 4000

/** Says on stderr why there was no run: one line for what people can mend, the stack for what is our bug. */
export function tellError(error: unknown, { stderr, env }: Pick<Io, 'stderr' | 'env'>): void {
  // Commander has said it already.
  if (error instanceof CommanderError) return
  stderr.write(`${inWords(error)}\n`)
  if (env.ADCP_DEBUG && isExpected(error)) stderr.write(`${stackOf(error)}\n`)
}

function inWords(error: unknown): string {
  if (error instanceof AuthoringError) return authoringInWords(error)
  if (isExpected(error)) return `adcp-gov-comply: ${sentence(harmless(error.message))}`
  return `adcp-gov-comply: this is a bug of this tool, not of the agent. Please report it with the lines below.\n${stackOf(error)}`
}

function authoringInWords({ problems, message }: AuthoringError): string {
  const count = problems.length === 1 ? 'a file must be mended' : `${problems.length} places must be mended`
  return `adcp-gov-comply: ${count} before anything is sent:\n${harmless(message)}`
}

function isExpected(error: unknown): error is UsageError | AuthoringError | AgentUnavailable {
  return error instanceof UsageError || error instanceof AuthoringError || error instanceof AgentUnavailable
}

/** What was typed, or stands in a file, may hold escape sequences; its lines stay lines. */
function harmless(text: string): string {
  return text
    .split('\n')
    .map((line) => terminalSafe(line, longestLine))
    .join('\n')
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`
  return `${error.stack ?? error.message}${cause}`
}
