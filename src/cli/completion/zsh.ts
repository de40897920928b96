import type { OptionWords, Place, Word } from './places.ts'

/** A script for zsh that completes the words of a program; sourced, or as a file of $fpath. */
export function zshScript(program: string, places: readonly Place[]): string {
  const name = `_${program.replaceAll('-', '_')}`
  return `#compdef ${program}
# ${program} for zsh: source <(${program} completion zsh)
${name}() {
  local place='' word
  local -a known
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place $word" in
${places
  .filter(({ path }) => path !== '')
  .map(step)
  .join('')}    esac
  done
  case "$place:\${words[CURRENT-1]}" in
${places.flatMap(({ path, options }) => options.flatMap((option) => value(path, option))).join('')}  esac
  case "$place" in
${places.map(listed).join('')}  esac
  _describe '${program}' known
  _files
}
if [[ "\${funcstack[1]}" == '_${program}' ]]; then
  ${name} "$@"
else
  compdef ${name} ${program}
fi
`
}

function step({ path }: Place): string {
  const [last, ...before] = path.split(' ').reverse()
  return `      '${before.reverse().join(' ')} ${last}') place='${path}' ;;\n`
}

function value(path: string, { words, value: kind }: OptionWords): readonly string[] {
  if (kind === 'none') return []
  const cases = words.map((word) => `'${path}:${word}'`).join('|')
  return [`    ${cases}) ${action(kind)}return ;;\n`]
}

function action(kind: OptionWords['value']): string {
  if (kind === 'file') return '_files; '
  return kind === 'any' || kind === 'none' ? '' : `compadd -- ${kind.join(' ')}; `
}

function listed({ path, commands, values, options }: Place): string {
  const all: readonly Word[] = [
    ...commands,
    ...values.map((word) => ({ word, what: '' })),
    ...options.flatMap(({ words, what }) => words.map((word) => ({ word, what }))),
  ]
  return `    '${path}') known=(${all.map(described).join(' ')}) ;;\n`
}

/** A colon parts a word from what it is for. */
function described({ word, what }: Word): string {
  const text = what === '' ? word : `${word}:${what.replaceAll(':', '\\:')}`
  return `'${text.replaceAll("'", "'\\''")}'`
}
