import type { Command, Option } from 'commander'

/** A word that can be typed, and what it is for. */
export interface Word {
  readonly word: string
  readonly what: string
}

export interface OptionWords {
  /** Such as `--quiet` and `-q`. */
  readonly words: readonly string[]
  readonly what: string
  /** What follows it: nothing, one of these, a file, or anything. */
  readonly value: 'none' | 'file' | 'any' | readonly string[]
}

/** A place on the command line: behind these commands, and what can be typed there. */
export interface Place {
  /** `''` at the start, else such as `bundle add`. */
  readonly path: string
  readonly commands: readonly Word[]
  /** What its arguments can be, where that is known. */
  readonly values: readonly string[]
  readonly options: readonly OptionWords[]
}

/** Every place that a program has, its own first. What can be typed behind `usual`, a command that may be left out, can be typed at the start too. */
export function placesOf(program: Command, usual: string): readonly Place[] {
  const [start, ...others] = walk(program, '')
  const left = others.find(({ path }) => path === usual)
  if (!start || !left) return start ? [start, ...others] : others
  const known = new Set(start.options.flatMap(({ words }) => words))
  const more = left.options.filter(({ words }) => !words.some((word) => known.has(word)))
  return [{ ...start, options: [...start.options, ...more] }, ...others]
}

function walk(command: Command, path: string): readonly Place[] {
  const help = command.createHelp()
  const inner = help.visibleCommands(command).filter((one) => one.name() !== 'help')
  const place: Place = {
    path,
    commands: inner.map((one) => ({ word: one.name(), what: one.description() })),
    values: command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    options: help.visibleOptions(command).map(optionWords),
  }
  return [place, ...inner.flatMap((one) => walk(one, `${path} ${one.name()}`.trim()))]
}

function optionWords(option: Option): OptionWords {
  const words = [option.long, option.short].filter((word) => word !== undefined)
  return { words, what: option.description, value: kindOfValue(option) }
}

function kindOfValue(option: Option): OptionWords['value'] {
  if (!option.required && !option.optional) return 'none'
  if (option.argChoices) return option.argChoices
  return /<(file|folder)>/.test(option.flags) ? 'file' : 'any'
}
