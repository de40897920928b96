import { Argument, Command, Option } from 'commander'
import { toolVersion } from '../load/tool-version.ts'
import type { CoverageFlags } from './commands/coverage.ts'
import type { LintFlags } from './commands/lint.ts'
import type { ListFlags } from './commands/list.ts'
import type { SelfTestFlags } from './commands/self-test.ts'
import type { ServeFlags } from './commands/serve.ts'
import type { TestKitFlags } from './commands/test-kit.ts'
import { addEvidenceCommands } from './evidence-commands.ts'
import type { Io } from './io.ts'
import { addCredentialOptions, addRunOptions, type RunFlags } from './run-flags.ts'
import { addCompletion, addDoctor, addInit } from './setup-commands.ts'
import { addTargetOptions } from './target-flags.ts'

/** What `list` can list. */
export const listable = ['storyboards', 'profiles', 'kits', 'requirements', 'checks', 'faults'] as const

/** The command line. `done` is given the exit code of the command that ran; commands are loaded when they are called. */
export function buildProgram(io: Io, done: (exitCode: number) => void): Command {
  const program = new Command('adcp-gov-comply')
    .description('Proves whether an AdCP agent obeys Campaign Governance.')
    .version(toolVersion())
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      outputError: (text, write) => write(`adcp-gov-comply: ${text.replace(/^error: /, '')}`),
    })
    .addHelpText('after', examples)
  addRun(program, io, done)
  addPlan(program, io, done)
  addDoctor(program, io, done)
  addDemo(program, io, done)
  addServe(program, io, done)
  addReading(program, io, done)
  addProving(program, io, done)
  addBundle(program, io, done)
  addConfig(program, io, done)
  addEvidenceCommands(program, io, done)
  addInit(program, io, done)
  addCompletion(program, io, done)
  return program
}

const examples = `
Examples:
  adcp-gov-comply https://agent.example/mcp                  test an agent
  adcp-gov-comply https://agent.example/mcp --json out.json  and keep the machine report
  adcp-gov-comply demo                                       see a conformant agent tested
  adcp-gov-comply demo --list-faults                         the faults it can be given

"adcp-gov-comply run --help" shows all options of a run.
Exit codes: 0 conformant, 1 nonconformant, 2 usage or authoring, 3 incomplete,
4 unreachable or not let in, 5 this tool or a storyboard failed, 129/130/143 interrupted.`

function addRun(program: Command, io: Io, done: (exitCode: number) => void): void {
  const command = program
    .command('run', { isDefault: true })
    .description('test this agent (the word "run" may be left out)')
    .argument(
      '[agent]',
      'its URL, or its name in the configuration file or among the aliases of the official command line',
    )
  addTargetOptions(addCredentialOptions(addRunOptions(command))).action(async (word: string | undefined) => {
    const { runCommand } = await import('./commands/run.ts')
    done(await runCommand(word, command, io))
  })
}

function addConfig(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('config')
    .description('what a run is told')
    .command('print')
    .description('each option of a run as it holds, and who said so; secrets are not shown')
    .argument('[words...]', 'what would be typed after "run", behind --')
    .option('--json', 'as JSON')
    .action(async (words: readonly string[], flags: { json?: boolean }) => {
      const { configPrintCommand } = await import('./commands/config.ts')
      done(await configPrintCommand(words, flags, io))
    })
}

function addPlan(program: Command, io: Io, done: (exitCode: number) => void): void {
  const command = program
    .command('plan')
    .description('what a run would send, without sending it: the agent is only asked for its tools and capabilities')
    .argument('[agent]', 'as for run')
    .option('--offline', 'do not even ask for those: as if it offered and claimed everything')
  addTargetOptions(addCredentialOptions(addRunOptions(command))).action(async (word: string | undefined) => {
    const { planCommand } = await import('./commands/plan.ts')
    done(await planCommand(word, command, io))
  })
}

function addDemo(program: Command, io: Io, done: (exitCode: number) => void): void {
  const command = program
    .command('demo')
    .description('test the governance agent that comes with this program, the seller, or both together')
    .option('--fault <id>', 'give that agent a fault, and see it caught')
    .option('--list-faults', 'list the faults it can be given')
  addRunOptions(command).action(async (flags: RunFlags & { fault?: string; listFaults?: boolean }) => {
    const { demoCommand } = await import('./commands/demo.ts')
    done(await demoCommand(flags, io))
  })
}

function addServe(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('serve')
    .description('run the governance agent, or the seller, that comes with this program until it is interrupted')
    .addArgument(new Argument('<agent>', 'which agent').choices(['governance-agent', 'seller']))
    .addOption(new Option('--port <number>', 'port to listen on; 0 takes a free one').default('0'))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--adcp-version <version>', 'AdCP version that it speaks, such as 3.1', '3.0')
    .option('--fault <id>', 'give it a fault')
    .option('--tls', 'governance-agent: speak https, with a certificate made here, so that sellers can register it')
    .option('--ca-file <file>', 'governance-agent: write that certificate here for others to trust, its key beside it')
    .option('--brand-url <address>', 'seller: where the brand.json of the buyer stands')
    .option(
      '--peer-ca <file>',
      'seller: a certificate to trust, as --peer-ca of a run or --ca-file writes it; made where there is none',
    )
    .action(async (agent: string, flags: ServeFlags) => {
      const { serveCommand } = await import('./commands/serve.ts')
      const { serveSellerCommand } = await import('./commands/serve-seller.ts')
      done(await (agent === 'seller' ? serveSellerCommand : serveCommand)(flags, io))
    })
}

function addBundle(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('bundle')
    .description('install the official schemas and storyboards of another AdCP release')
    .command('add')
    .description('install a bundle; the one it replaces is kept until the new one is found sound')
    .argument('<source>', 'folder, .tgz or https address of one, with schemas/ and compliance/')
    .option('--sha256 <hex>', 'refuse the archive unless it has this checksum')
    .action(async (source: string, flags: { sha256?: string }) => {
      const { bundleAddCommand } = await import('./commands/bundle.ts')
      done(await bundleAddCommand(source, flags, io))
    })
}

function addReading(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('list')
    .description('what this program knows')
    .addArgument(
      new Argument('[what]', 'which of it; storyboards, profiles and kits when nothing is said').choices(listable),
    )
    .option('--adcp-version <version>', 'of which release the official storyboards are shown', '3.0')
    .action(async (what: (typeof listable)[number] | undefined, flags: ListFlags) => {
      const { listCommand } = await import('./commands/list.ts')
      done(await listCommand(what, flags, io))
    })
  program
    .command('explain')
    .description('all about a requirement, position, storyboard, step, check, profile or fault')
    .argument('<id>', 'its id, or the address of a step')
    .action(async (id: string) => {
      const { explainCommand } = await import('./commands/explain.ts')
      done(await explainCommand(id, io))
    })
  program
    .command('lint')
    .description('find mistakes in storyboards')
    .argument('[paths...]', 'files or folders; those that come with this program when nothing is said')
    .option('--adcp-version <version>', 'the release whose schemas the samples are held against', '3.0')
    .action(async (paths: readonly string[], flags: LintFlags) => {
      const { lintCommand } = await import('./commands/lint.ts')
      done(await lintCommand(paths, flags, io))
    })
}

function addProving(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('self-test')
    .description('test this program: does it catch every faulty agent, and leave every sound one in peace?')
    .option('--adcp-version <version>', 'AdCP version to grade by', '3.0')
    .addOption(new Option('--role <role>', 'only agents of this role').choices(['governance_agent', 'seller']))
    .option('--json <file>', 'write what was found to this file; - writes it to stdout instead of the tables')
    .action(async (flags: SelfTestFlags) => {
      const { selfTestCommand } = await import('./commands/self-test.ts')
      done(await selfTestCommand(flags, io))
    })
  program
    .command('coverage')
    .description('what grades each requirement, and what proves that it does')
    .option('--adcp-version <version>', 'the requirements in force in this AdCP version (default: "3.0")')
    .addOption(new Option('--role <role>', 'whose requirements').choices(['governance_agent', 'seller', 'buyer']))
    .option('--profile <id>', 'only what this profile demands')
    .option('--json <file>', 'write it to this file; - writes it to stdout instead of the table')
    .action(async (flags: CoverageFlags) => {
      const { coverageCommand } = await import('./commands/coverage.ts')
      done(await coverageCommand(flags, io))
    })
  program
    .command('test-kit')
    .description('your own sandbox data')
    .command('init')
    .description('write a test kit to start from')
    .argument('[file]', 'where to', 'test-kit.yaml')
    .option('--from <name>', 'the kit that it starts as', 'acme-outdoor')
    .option('--force', 'replace the file if it is there')
    .action(async (file: string, flags: TestKitFlags) => {
      const { testKitInitCommand } = await import('./commands/test-kit.ts')
      done(await testKitInitCommand(file, flags, io))
    })
}
