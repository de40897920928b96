import type { OptionWords, Place } from './places.ts'

/** A script for bash that completes the words of a program. */
export function bashScript(program: string, places: readonly Place[]): string {
  const name = `_${program.replaceAll('-', '_')}`
  return `# ${program} for bash: source <(${program} completion bash)
${name}() {
  local path='' word words='' i
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$path $word" in
${places
  .filter(({ path }) => path !== '')
  .map(step)
  .join('')}    esac
  done
  case "$path:$previous" in
${places.flatMap(({ path, options }) => options.flatMap((option) => value(path, option))).join('')}  esac
  case "$path" in
${places.map(listed).join('')}  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F ${name} ${program}
`
}

function step({ path }: Place): string {
  const [last, ...before] = path.split(' ').reverse()
  return `      '${before.reverse().join(' ')} ${last}') path='${path}' ;;\n`
}

function value(path: string, { words, value: kind }: OptionWords): readonly string[] {
  if (kind === 'none') return []
  const cases = words.map((word) => `'${path}:${word}'`).join('|')
  return [`    ${cases}) ${action(kind)}return ;;\n`]
}

// The bash of macOS is too old to know compopt.
const noFiles = 'compopt +o default 2>/dev/null; '

/** Without an answer, \`complete -o default\` offers files. */
function action(kind: OptionWords['value']): string {
  if (kind === 'file') return ''
  const words = kind === 'any' || kind === 'none' ? '' : kind.join(' ')
  return words === '' ? noFiles : `COMPREPLY=($(compgen -W '${words}' -- "$current")); `
}

function listed({ path, commands, values, options }: Place): string {
  const words = [...commands.map(({ word }) => word), ...values, ...options.flatMap((option) => option.words)]
  return `    '${path}') words='${words.join(' ')}' ;;\n`
}
