import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { resolveRun } from '../resolve-run.ts'
import { runAndReport } from '../run-and-report.ts'

/** Tests the agent of this URL or name, or those that the command's options and the configuration file name. */
export async function runCommand(word: string | undefined, command: Command, io: Io): Promise<number> {
  const { options, flags } = await resolveRun(word, command, io)
  return runAndReport(options, flags, io)
}
