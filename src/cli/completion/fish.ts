import type { OptionWords, Place } from './places.ts'

/** A script for fish that completes the words of a program. */
export function fishScript(program: string, places: readonly Place[]): string {
  const name = `__${program.replaceAll('-', '_')}_place`
  return `# ${program} for fish: ${program} completion fish | source
function ${name}
    set -l place ''
    set -l typed (commandline -opc)
    set -e typed[1]
    for word in $typed
        switch "$place $word"
${places
  .filter(({ path }) => path !== '')
  .map(step)
  .join('')}        end
    end
    test "$place" = "$argv[1]"
end
${places.flatMap((place) => lines(program, name, place)).join('\n')}
`
}

function step({ path }: Place): string {
  const [last, ...before] = path.split(' ').reverse()
  return `            case '${before.reverse().join(' ')} ${last}'\n                set place '${path}'\n`
}

function lines(program: string, name: string, { path, commands, values, options }: Place): readonly string[] {
  const start = `complete -c ${program} -n ${quoted(`${name} ${path === '' ? "''" : `'${path}'`}`)}`
  return [
    ...commands.map(({ word, what }) => `${start} -f -a ${word} -d ${quoted(what)}`),
    ...(values.length > 0 ? [`${start} -f -a ${quoted(values.join(' '))}`] : []),
    ...options.map((option) => `${start}${names(option)}${value(option)} -d ${quoted(option.what)}`),
  ]
}

function names({ words }: OptionWords): string {
  return words.map((word) => (word.startsWith('--') ? ` -l ${word.slice(2)}` : ` -s ${word.slice(1)}`)).join('')
}

function value({ value: kind }: OptionWords): string {
  if (kind === 'none') return ''
  if (kind === 'file') return ' -r -F'
  return kind === 'any' ? ' -x' : ` -x -a ${quoted(kind.join(' '))}`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
