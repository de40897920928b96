import type { Command } from 'commander'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { placesOf } from '../completion/places.ts'
import type { ShellName } from '../completion/shell-names.ts'
import { zshScript } from '../completion/zsh.ts'
import type { Io } from '../io.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const satisfies Record<ShellName, unknown>

/** Prints a script by which a shell completes the words of this program, made from the program itself. */
export async function completionCommand(shell: ShellName, program: Command, io: Io): Promise<number> {
  io.stdout.write(scripts[shell](program.name(), placesOf(program, 'run')))
  return 0
}
