import { Argument, type Command, Option } from 'commander'
import type { InitFlags } from './commands/init.ts'
import { type ShellName, shellNames } from './completion/shell-names.ts'
import { ciNames } from './init/ci-files.ts'
import type { Io } from './io.ts'
import { addCredentialOptions, addRunOptions } from './run-flags.ts'
import { addTargetOptions } from './target-flags.ts'

/** Adds the command that looks whether a run can begin. */
export function addDoctor(program: Command, io: Io, done: (exitCode: number) => void): void {
  const command = program
    .command('doctor')
    .description('look at all that a run stands on, from the host name to the claims; changes nothing at the agent')
    .argument('[agent]', 'as for run')
  addTargetOptions(addCredentialOptions(addRunOptions(command))).action(async (word: string | undefined) => {
    const { doctorCommand } = await import('./commands/doctor.ts')
    done(await doctorCommand(word, command, io))
  })
  // A configuration file may say any of them, and they are of no account here.
  for (const option of command.options) option.hideHelp(!ofAccountToDoctor.test(option.long ?? ''))
}

const ofAccountToDoctor =
  /^--(config|agent|auth|basic|header|principal|oauth|adcp-version|protocol|timeout|json|no-color)/

/** Adds the command that writes what a project starts with. */
export function addInit(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('init')
    .description('write a configuration file, and a job for your CI server, to start from')
    .argument('[url]', "the agent's address; it can be put in later")
    .addOption(new Option('--ci <server>', 'also write a job for this server').choices(ciNames).default('none'))
    .option('--adcp-version <version>', 'AdCP version to grade by', '3.0')
    .option('--folder <folder>', 'where to', '.')
    .option('--force', 'replace what is there')
    .action(async (url: string | undefined, flags: InitFlags) => {
      const { initCommand } = await import('./commands/init.ts')
      done(await initCommand(url, flags, io))
    })
}

/** Adds the command that teaches a shell the words of this program. */
export function addCompletion(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('completion')
    .description('print a script that lets your shell complete the words of this program')
    .addArgument(new Argument('<shell>', 'which shell').choices(shellNames))
    .action(async (shell: ShellName) => {
      const { completionCommand } = await import('./commands/completion.ts')
      done(await completionCommand(shell, program, io))
    })
}
