import { type Command, InvalidArgumentError, Option } from 'commander'

/** What a run is asked beyond its verdict, and what is kept of it, as typed. */
export interface GateFlags {
  readonly evidence?: string
  readonly failOn?: readonly ('warn' | 'incomplete')[]
  readonly minCoverage?: number
  readonly baseline?: string
  readonly updateBaseline?: boolean
  readonly retries?: number
}

export function addGateOptions(command: Command): Command {
  return command
    .option('--evidence <file>', 'keep all that was sent and received, without secrets, to derive the verdict again')
    .option(
      '--fail-on <warn|incomplete>',
      'also fail for warnings, or for anything that was not exercised; may be repeated',
      warnOrIncomplete,
    )
    .option('--min-coverage <percent>', 'fail when fewer of the requirements were exercised', percent)
    .option('--baseline <file>', 'failures that are expected for a while: others fail, and so do those that are over')
    .option('--update-baseline', 'write what fails now into the baseline')
    .addOption(
      new Option('--retries <number>', 'run again when the agent is not conformant, and tell what is flaky')
        .argParser(upToTen)
        .conflicts(['evidence', 'updateBaseline']),
    )
}

type FailOn = NonNullable<GateFlags['failOn']>

function warnOrIncomplete(text: string, earlier: FailOn = []): FailOn {
  if (text === 'warn' || text === 'incomplete') return [...earlier, text]
  throw new InvalidArgumentError('It must be warn or incomplete.')
}

function percent(text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && number >= 0 && number <= 100) return number
  throw new InvalidArgumentError('It must be a number from 0 to 100.')
}

function upToTen(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 10) return number
  throw new InvalidArgumentError('It must be a whole number from 0 to 10.')
}
