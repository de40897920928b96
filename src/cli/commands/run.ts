import { UsageError } from '../../errors.ts'
import { nearestNames } from '../../load/nearest-names.ts'
import { parseAgentUrl } from '../../transport/agent-url.ts'
import { credentialWarnings, readCredentials } from '../credentials.ts'
import type { Io } from '../io.ts'
import { runAndReport } from '../run-and-report.ts'
import type { RunFlags } from '../run-flags.ts'
import { runOptions } from '../run-settings.ts'

/** Tests the agent at this URL. */
export async function runCommand(url: string, flags: RunFlags, io: Io, commands: readonly string[]): Promise<number> {
  requireUrl(url, commands)
  const credentials = await readCredentials(flags, io.env)
  const options = runOptions(url, flags, credentials, io)
  for (const warning of credentialWarnings(flags, credentials, url)) io.stderr.write(`warning: ${warning}\n`)
  return runAndReport(options, flags, io)
}

/** Without a command the first word is the URL; what looks like neither is told apart here. */
function requireUrl(text: string, commands: readonly string[]): void {
  const [near] = nearestNames(text, commands)
  if (near !== undefined) throw new UsageError(`"${text}" is neither a URL nor a command; did you mean "${near}"?`)
  if (!text.includes('://') && /^[\w.-]+(:\d+|\/)/.test(text))
    throw new UsageError(`"${text}" is not a whole URL; did you mean "${likelyUrl(text)}"?`)
  parseAgentUrl(text)
}

function likelyUrl(text: string): string {
  return `${/^(localhost|127\.)/.test(text) ? 'http' : 'https'}://${text}`
}
