import { type Command, Option } from 'commander'
import type { AttestFlags } from './commands/attest.ts'
import type { BadgeFlags } from './commands/badge.ts'
import type { CertifyFlags } from './commands/certify.ts'
import type { CertifyCheckFlags } from './commands/certify-check.ts'
import type { VerifyFlags } from './commands/verify.ts'
import type { Io } from './io.ts'
import { addPeerOptions } from './peer-flags.ts'
import { addCredentialOptions } from './run-flags.ts'

/** The commands for what is kept of a run. */
export function addEvidenceCommands(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('verify')
    .description('derive the verdict of an evidence bundle again, from its exchanges, without the agent')
    .argument('<bundle>', 'a file that --evidence wrote')
    .option('--attestation <file>', 'also check what "attest" wrote')
    .option('--public-key <file>', 'the key that signed it: Ed25519, PEM')
    .action(async (file: string, flags: VerifyFlags) => {
      const { verifyCommand } = await import('./commands/verify.ts')
      done(await verifyCommand(file, flags, io))
    })
  program
    .command('replay')
    .description('what this release would make of a recorded run')
    .argument('<bundle>', 'a file that --evidence wrote')
    .option('--json <file>', 'write the machine report by this release to this file; - writes it to stdout instead')
    .action(async (file: string, flags: { json?: string }) => {
      const { replayCommand } = await import('./commands/replay.ts')
      done(await replayCommand(file, flags, io))
    })
  program
    .command('diff')
    .description('compare two machine reports: what is fixed, regressed, newly blocked, out of scope')
    .argument('<before>', 'a file that --json wrote')
    .argument('<after>', 'another one')
    .option('--json <file>', 'write it to this file; - writes it to stdout instead')
    .action(async (before: string, after: string, flags: { json?: string }) => {
      const { diffCommand } = await import('./commands/diff.ts')
      done(await diffCommand(before, after, flags, io))
    })
  addAttesting(program, io, done)
  addCertify(program, io, done)
}

function addAttesting(program: Command, io: Io, done: (exitCode: number) => void): void {
  program
    .command('attest')
    .description('sign what follows from an evidence bundle, as in-toto statements')
    .argument('<bundle>', 'a file that --evidence wrote')
    .requiredOption('--key <file>', 'the private key: Ed25519, PEM')
    .option('--out <file>', 'where to; - for stdout (default: beside the bundle, with .intoto.jsonl)')
    .action(async (file: string, flags: AttestFlags) => {
      const { attestCommand } = await import('./commands/attest.ts')
      done(await attestCommand(file, flags, io))
    })
  program
    .command('badge')
    .description('the badge of an evidence bundle, as a picture and for shields.io')
    .argument('<bundle>', 'a file that --evidence wrote')
    .option('--svg <file>', 'write the picture to this file; to stdout when nothing is said')
    .option('--endpoint <file>', 'write what shields.io makes a badge of to this file')
    .action(async (file: string, flags: BadgeFlags) => {
      const { badgeCommand } = await import('./commands/badge.ts')
      done(await badgeCommand(file, flags, io))
    })
}

function addCertify(program: Command, io: Io, done: (exitCode: number) => void): void {
  const certify = program
    .command('certify')
    .description(
      'test an agent with settings that nobody can choose, and write a submission for a certification programme',
    )
    .argument('<url>', 'the agent')
    .option('--profile <id>', 'what must be accounted for', 'governance-agent@3.0')
    .option('--out <folder>', 'a new folder for the submission', 'submission')
    .option('--key <file>', 'sign it with this private key: Ed25519, PEM')
    .addOption(
      new Option('--protocol <which>', 'what the agent speaks').choices(['auto', 'mcp', 'a2a']).default('auto'),
    )
  addPeerOptions(addCredentialOptions(certify)).action(async (url: string, flags: CertifyFlags) => {
    const { certifyCommand } = await import('./commands/certify.ts')
    done(await certifyCommand(url, flags, io))
  })
  certify
    .command('check')
    .description('check a submission: everything in it is derived again')
    .argument('<folder>', 'what "certify" wrote')
    .option('--public-key <file>', 'the key that signed it: Ed25519, PEM')
    .action(async (folder: string, flags: CertifyCheckFlags) => {
      const { certifyCheckCommand } = await import('./commands/certify-check.ts')
      done(await certifyCheckCommand(folder, flags, io))
    })
}
