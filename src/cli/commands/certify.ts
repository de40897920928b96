import { join, resolve } from 'node:path'
import { attestBundle, unattestable } from '../../attest/attest-bundle.ts'
import { amiss, badgeOf, badgeSvg, shieldsEndpoint } from '../../certify/badge.ts'
import { frozenSettings } from '../../certify/frozen.ts'
import { seededIds } from '../../certify/seeded-ids.ts'
import { introductionOf, readme, submissionFiles } from '../../certify/submission.ts'
import { UsageError } from '../../errors.ts'
import { makeBundle } from '../../evidence/make-bundle.ts'
import { openBundle } from '../../evidence/open-bundle.ts'
import { verifyBundle } from '../../evidence/verify-bundle.ts'
import { consoleReport } from '../../report/console.ts'
import { createProgress } from '../../report/progress.ts'
import { loadReporter } from '../../report/reporters.ts'
import { terminalSafe } from '../../report/terminal-safe.ts'
import { verdictExitCode } from '../../report/verdict-exit-code.ts'
import { assertWritable, isThere, makeFolderOf, writeFileAtomic } from '../../report/write.ts'
import { type RunOptions, runRecorded } from '../../run.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import { isLive, wantsColour, widthOf } from '../colour.ts'
import { flagCredentials } from '../credentials.ts'
import { interruptible } from '../interrupt.ts'
import type { Io } from '../io.ts'
import { readPrivateKey } from '../keys.ts'
import { type PeerFlags, peerMode } from '../peer-flags.ts'
import type { CredentialFlags } from '../run-flags.ts'

export interface CertifyFlags extends CredentialFlags, PeerFlags {
  readonly profile: string
  readonly out: string
  readonly key?: string
  readonly protocol: 'auto' | 'mcp' | 'a2a'
}

/** Runs a profile with settings that nobody can choose, and writes what a certification programme needs into a folder. */
export async function certifyCommand(url: string, flags: CertifyFlags, io: Io): Promise<number> {
  const folder = resolve(flags.out)
  if (isThere(folder)) throw new UsageError(`${flags.out} is there already: name a new folder with --out`)
  const key = flags.key === undefined ? undefined : await readPrivateKey(flags.key, io)
  await makeFolderOf(folder)
  await assertWritable(folder)
  const seed = io.ids.uuid()
  const options = await optionsOf(url, flags, seed, io)
  const recorded = await interruptible(io, (signal) => runWithProgress({ ...options, signal }, io))
  const { report } = recorded
  const made = await makeBundle(recorded, { bundles: options.bundles, idSeed: seed })
  const bundle = await openBundle(made.bytes)
  const found = await verifyBundle(bundle, options.bundles)
  const why = unattestable(bundle, found)
  const attestation = key && why === undefined ? attestBundle(bundle, found, { key, clock: io.clock }) : undefined
  if (key && why !== undefined) io.stderr.write(`nothing is attested: ${why}\n`)
  const [json, html] = await Promise.all([loadReporter('json'), loadReporter('html')])
  const badge = badgeOf(bundle, found)
  await write(folder, {
    bundle: made.bytes,
    json: json(report),
    html: html(report),
    badge: badgeSvg(badge),
    badgeData: shieldsEndpoint(badge),
    readme: readme({ ...introductionOf(bundle, found), isAttested: attestation !== undefined }),
    ...(attestation !== undefined && { attestation }),
  })
  io.stdout.write(consoleReport(report, { ...lookOf(io), verbose: false, quiet: true }))
  io.stderr.write(`the submission is in ${folder}\n`)
  for (const reason of amiss(bundle, found)) io.stderr.write(`it will not be accepted: ${terminalSafe(reason, 500)}\n`)
  return verdictExitCode(report.verdict)
}

async function optionsOf(url: string, flags: CertifyFlags, seed: string, io: Io): Promise<RunOptions> {
  const { login, headers, principals } = await flagCredentials(flags, io.env)
  const token = io.env.ADCP_AUTH_TOKEN
  const own = login ?? (token ? { token } : {})
  return {
    url,
    protocol: flags.protocol,
    credentials: { ...own, headers: { ...own.headers, ...headers }, principals },
    adcpVersion: versionIn(flags.profile),
    bundles: bundlesFolder(io.env),
    scope: { kind: 'profile', id: flags.profile },
    ...frozenSettings,
    // Whoever knows the seed must not know what a seller is registered with.
    peer: { ...(await peerMode(flags, io)), newId: () => io.ids.uuid() },
    clock: io.clock,
    ids: seededIds(seed),
  }
}

/** @throws UsageError for a profile of no version that this release grades */
function versionIn(profile: string): RunOptions['adcpVersion'] {
  const version = profile.split('@')[1]
  if (version === '3.0' || version === '3.1') return version
  throw new UsageError(`--profile "${profile}" names no AdCP version: write it like governance-agent@3.0`)
}

async function runWithProgress(options: RunOptions, io: Io) {
  const progress = createProgress({
    write: (text) => io.stderr.write(text),
    live: isLive(io.stderr, io.env),
    width: widthOf(io.stderr),
    colour: wantsColour(io.stderr, io.env, true),
  })
  try {
    return await runRecorded({ ...options, onEvent: (event) => progress.show(event) })
  } finally {
    progress.end()
  }
}

function lookOf(io: Io) {
  return { width: widthOf(io.stdout), colour: wantsColour(io.stdout, io.env, true) }
}

type Contents = Partial<Record<keyof typeof submissionFiles, string | Uint8Array>>

async function write(folder: string, contents: Contents): Promise<void> {
  await makeFolderOf(join(folder, submissionFiles.readme))
  for (const [name, content] of Object.entries(contents) as [keyof typeof submissionFiles, string | Uint8Array][])
    await writeFileAtomic(join(folder, submissionFiles[name]), content)
}
