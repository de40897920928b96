import { Command } from 'commander'
import type { Config } from '../../model/config.ts'
import type { Located } from '../../model/located.ts'
import type { Io } from '../io.ts'
import { configOf } from '../resolve-run.ts'
import { addCredentialOptions, addRunOptions } from '../run-flags.ts'
import { type Settled, settleFlags } from '../settle-flags.ts'
import { table } from '../table.ts'
import { addTargetOptions } from '../target-flags.ts'
import { writtenSettings } from '../written-settings.ts'

/**
 * Shows every option that a run with these words would have, and who said so. Nothing is contacted and no secret is read.
 * @throws UsageError, AuthoringError as the run would
 */
export async function configPrintCommand(words: readonly string[], flags: { json?: boolean }, io: Io): Promise<number> {
  const command = parsed(words, io)
  const file = await configOf(command, io)
  const settings = [...settleFlags(command, io.env, file), ...writtenSettings(command, io.env, file)].map(shown)
  if (flags.json) io.stdout.write(`${JSON.stringify(asJson(settings, file), null, 2)}\n`)
  else
    io.stdout.write(
      `${fileLine(file)}${table(settings.map(({ name, value, from }) => [name, inWords(value), from]))}\n`,
    )
  return 0
}

/** The options of a run, read from words that are not run. */
function parsed(words: readonly string[], io: Io): Command {
  const command = new Command('run').argument('[agent]').exitOverride()
  command.configureOutput({ writeErr: (text) => io.stderr.write(`adcp-gov-comply: ${text.replace(/^error: /, '')}`) })
  return addTargetOptions(addCredentialOptions(addRunOptions(command))).parse([...words], { from: 'user' })
}

/** The token itself is the only option that is a secret. */
function shown(setting: Settled): Settled {
  return setting.name === '--auth' && setting.value !== undefined ? { ...setting, value: '***' } : setting
}

function asJson(settings: readonly Settled[], file: Located<Config> | undefined) {
  return {
    file: file?.file ?? null,
    settings: settings.map(({ name, value = null, from }) => ({ name, value, from })),
  }
}

function fileLine(file: Located<Config> | undefined): string {
  return file ? `configuration file: ${file.file}\n\n` : 'no configuration file\n\n'
}

function inWords(value: unknown): string {
  if (value === undefined) return '-'
  return Array.isArray(value) ? value.join(', ') : String(value)
}
