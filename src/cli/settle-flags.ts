import { type Command, CommanderError, type Option } from 'commander'
import type { Environment } from '../config/environment.ts'
import { type FileSetting, fileSettings } from '../config/file-settings.ts'
import { UsageError } from '../errors.ts'
import { didYouMean } from '../load/index.ts'
import type { Config } from '../model/config.ts'
import type { Located } from '../model/located.ts'

/** One option as it holds, and who said so. */
export interface Settled {
  /** As it is typed: `--run-timeout`; for what no option can say, its place in the file: `agents.sales.auth`. */
  readonly name: string
  readonly value: unknown
  /** `flag`, the variable, `file:line`, or `default`. */
  readonly from: string
}

/** Of each of these only one side can hold; what is said higher up puts the other sides out of force. */
const alternatives: readonly (readonly (readonly string[])[])[] = [
  [
    ['profile', 'suite'],
    ['storyboard', 'tag'],
  ],
  [['auth'], ['authEnv'], ['authFile'], ['basicEnv'], ['oauthClientId']],
  [['quiet'], ['verbose']],
  [['transport'], ['compareTransports']],
  [['webhookUrl', 'webhookHost', 'webhookPort'], ['webhooks']],
]

/** Never read from a variable of its own: the secret itself, what is no setting, and what says where settings are. */
const flagOnly = new Set(['auth', 'help', 'version', 'listFaults', 'fault'])

/**
 * Gives a command the options that were not typed: from ADCP_GOV_COMPLY_… variables, else from the configuration file, else their
 * defaults. Returns all of them with who said so; the command's own values are changed.
 * @throws UsageError that names the variable or the place in the file whose value cannot be taken
 */
export function settleFlags(command: Command, env: Environment, file: Located<Config> | undefined): readonly Settled[] {
  const typed = new Set(names(command).filter((name) => command.getOptionValueSource(name) === 'cli'))
  const said = applyVariables(command, env, typed)
  const settings = file ? fileSettings(file).filter(({ isReporter }) => !isReporter || command.name() === 'run') : []
  const written = applyFile(command, settings, new Set([...typed, ...said.keys()]))
  return command.options.map((option) => {
    const name = option.attributeName()
    const from = typed.has(name) ? 'flag' : (said.get(name) ?? written.get(name) ?? 'default')
    const value: unknown = command.getOptionValue(name)
    return { name: option.long ?? name, value: option.negate ? !value : value, from }
  })
}

/** Which variable stands for an option. */
export function variableOf(option: Option): string {
  return `ADCP_GOV_COMPLY_${(option.long ?? '').replace(/^--/, '').replaceAll('-', '_').toUpperCase()}`
}

function names(command: Command): readonly string[] {
  return command.options.map((option) => option.attributeName())
}

function applyVariables(command: Command, env: Environment, typed: ReadonlySet<string>): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const option of command.options) {
    const name = option.attributeName()
    const text = env[variableOf(option)]
    if (!text || flagOnly.has(name) || isOutOfForce(name, typed)) continue
    requireAlone(name, said, `${variableOf(option)}`)
    command.setOptionValueWithSource(name, readText(option, text), 'env')
    said.set(name, variableOf(option))
  }
  return said
}

function applyFile(
  command: Command,
  settings: readonly FileSetting[],
  higher: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const written = new Map<string, string>()
  for (const { option: name, value, place } of settings) {
    const option = command.options.find((one) => one.attributeName() === name)
    if (!option)
      throw new UsageError(`${place}: this command has no option "${name}"${didYouMean(name, names(command))}`)
    if (isOutOfForce(name, higher)) continue
    requireAlone(name, written, place)
    command.setOptionValueWithSource(name, value, 'config')
    written.set(name, place)
  }
  return written
}

/** Whether something higher has said this, or an alternative to it. */
function isOutOfForce(name: string, higher: ReadonlySet<string>): boolean {
  return higher.has(name) || othersOf(name).some((other) => higher.has(other))
}

function requireAlone(name: string, given: ReadonlyMap<string, string>, place: string): void {
  const other = othersOf(name).find((one) => given.has(one))
  if (other !== undefined)
    throw new UsageError(`${place} and ${given.get(other)} cannot hold at once: leave one of them`)
}

function othersOf(name: string): readonly string[] {
  const sides = alternatives.find((group) => group.some((side) => side.includes(name))) ?? []
  return sides.filter((side) => !side.includes(name)).flat()
}

/** The value of a variable, read as the option would read it; a list is separated by commas. The text is not repeated. */
function readText(option: Option, text: string): unknown {
  if (option.isBoolean() || option.negate) return truth(option, text) !== option.negate
  const { parseArg } = option
  if (!parseArg) return text
  try {
    const one: unknown = parseArg(text, undefined)
    if (!Array.isArray(one)) return one
    return text.split(',').reduce<unknown>((list, part) => parseArg(part.trim(), list), undefined)
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    throw new UsageError(`${variableOf(option)} cannot be used for --${option.name()}. ${error.message}`)
  }
}

function truth(option: Option, text: string): boolean {
  if (/^(1|true|yes|on)$/i.test(text)) return true
  if (/^(0|false|no|off)$/i.test(text)) return false
  throw new UsageError(`${variableOf(option)} must be true or false`)
}
