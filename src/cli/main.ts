import { errorExitCode } from './exit-code.ts'
import { type Io, processIo } from './io.ts'
import { buildProgram } from './program.ts'
import { tellError } from './tell-error.ts'

/** Runs the program with these arguments (without node and script) and resolves to its exit code; never rejects. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const program = buildProgram(io, (result) => {
    code = result
  })
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true })
      return 2
    }
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    tellError(error, io)
    return errorExitCode(error)
  }
}

/** Starts the program in the real world. The exit code is set, not forced: what was written must reach its reader. */
export async function start(): Promise<void> {
  const code = await main(process.argv.slice(2), processIo())
  process.exitCode ??= code
}
