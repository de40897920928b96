import { resolve } from 'node:path'
import type { Command } from 'commander'
import { KnownAgents } from '../config/known-agents.ts'
import { configIn, loadConfig } from '../load/config.ts'
import type { Config } from '../model/config.ts'
import type { Located } from '../model/located.ts'
import type { RunOptions } from '../run.ts'
import { credentialWarnings } from './credential-warnings.ts'
import { flagCredentials } from './credentials.ts'
import type { Io } from './io.ts'
import { peerMode } from './peer-flags.ts'
import type { RunFlags } from './run-flags.ts'
import { runOptions } from './run-settings.ts'
import { settleFlags } from './settle-flags.ts'
import { findTarget } from './target.ts'
import type { TargetFlags } from './target-flags.ts'

export interface ResolvedRun {
  readonly options: RunOptions
  /** All options of the command as they hold. */
  readonly flags: RunFlags & TargetFlags
}

/**
 * What a command with a run in it is to do: what was typed, else the variables, else the configuration file, else the defaults.
 * Tells on stderr what the person should know about how secrets travel.
 * @throws UsageError, AuthoringError
 */
export async function resolveRun(word: string | undefined, command: Command, io: Io): Promise<ResolvedRun> {
  const file = await configOf(command, io)
  settleFlags(command, io.env, file)
  const flags = command.opts<RunFlags & TargetFlags>()
  const given = await flagCredentials(flags, io.env)
  const warn = (sentence: string) => io.stderr.write(`warning: ${sentence}\n`)
  const target = await findTarget({
    word,
    configured: file?.value.agent,
    flags,
    given,
    fallback: io.env.ADCP_AUTH_TOKEN || undefined,
    known: new KnownAgents(file, io.env, io.clock),
    commands: (command.parent?.commands ?? []).map((known) => known.name()),
    warn,
  })
  const agents = target.agents ? Object.values(target.agents) : [target]
  for (const warning of credentialWarnings(flags, agents)) warn(warning)
  const peer = await peerMode(flags, io)
  return {
    options: { ...runOptions(target.url, flags, target.credentials, io), ...target, ...(peer && { peer }) },
    flags,
  }
}

/** The configuration file that --config or its variable names, else the one in the current folder. */
export async function configOf(command: Command, { env }: Pick<Io, 'env'>): Promise<Located<Config> | undefined> {
  const typed: unknown = command.getOptionValue('config')
  const named = typeof typed === 'string' ? typed : env.ADCP_GOV_COMPLY_CONFIG
  const file = named || configIn(resolve('.'))
  return file === undefined ? undefined : loadConfig(file)
}
