import { UsageError } from '../errors.ts'
import { defaultLimits, type Limits, type RunOptions } from '../run.ts'
import { bundlesFolder } from './bundles-folder.ts'
import type { RunCredentials } from './credentials.ts'
import type { Io } from './io.ts'
import type { RunFlags } from './run-flags.ts'

/** What a run is of, when nothing is said. */
const defaultProfile = 'governance-agent-core'

/**
 * The options of a run from what was typed.
 * @throws UsageError that names the flag
 */
export function runOptions(url: string, flags: RunFlags, credentials: RunCredentials, io: Io): RunOptions {
  return {
    url,
    credentials,
    adcpVersion: versionOf(flags.adcpVersion),
    bundles: bundlesFolder(io.env),
    scope: scopeOf(flags),
    ...(flags.testKit !== undefined && { testKit: flags.testKit }),
    dates: flags.dates,
    limits: limitsOf(flags),
    clock: io.clock,
    ids: io.ids,
  }
}

function versionOf(version: string): RunOptions['adcpVersion'] {
  if (version === '3.0' || version === '3.1') return version
  throw new UsageError(`--adcp-version "${version}" is not one this release knows. Use 3.0 or 3.1`)
}

/** The profile that was named, or the one that anybody with an address can prove. */
export function profileOf({ adcpVersion, profile = `${defaultProfile}@${adcpVersion}` }: RunFlags): string {
  return profile
}

function scopeOf(flags: RunFlags): RunOptions['scope'] {
  if (flags.storyboard) return { kind: 'storyboards', names: flags.storyboard }
  return { kind: 'profile', id: profileOf(flags) }
}

function limitsOf({ timeout, stepTimeout, runTimeout, delay }: RunFlags): Limits {
  return {
    ...defaultLimits,
    ...(delay === undefined ? {} : { delayMs: delay }),
    callTimeoutMs: timeout * 1000,
    stepTimeoutMs: stepTimeout * 1000,
    runTimeoutMs: runTimeout * 1000,
  }
}
