import type { Command } from 'commander'
import type { Io } from './io.ts'
import { buildProgram } from './program.ts'

const introduction = `# Commands

What each command says of itself with \`--help\`. Made by \`npm run docs\`; a test compares it with the program.

Every option of a run can also stand in a file or a variable: [configuration](configuration.md). What a verdict means: [verdicts](verdicts.md).
`

/** The page about the commands, from the program itself. */
export function commandsPage(): string {
  const program = buildProgram(silent, () => {})
  return [introduction, ...leaves(program).map(section)].join('\n')
}

/** Commands that do something, in the program's order. */
function leaves(command: Command): readonly Command[] {
  const inner = command.commands
  const own = inner.length === 0 || command.registeredArguments.length > 0 ? [command] : []
  return [...own, ...inner.flatMap(leaves)]
}

function section(command: Command): string {
  return `## \`${pathOf(command)}\`\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`
}

function pathOf(command: Command): string {
  const above = command.parent?.parent ? `${pathOf(command.parent)} ` : ''
  return `${above}${command.name()}`
}

const nowhere = { write() {}, isTTY: false, columns: 110 }

/** Help needs nothing of the world but the width of a page. */
const silent: Io = {
  stdout: nowhere,
  stderr: nowhere,
  env: {},
  clock: { now: () => 0 },
  ids: { uuid: () => '', opaque: () => '' },
  onSignal: () => () => {},
  exitNow() {},
}
