import { UsageError } from '../errors.ts'
import { defaultLimits, type Limits, type RunOptions } from '../run.ts'
import type { RunCredentials } from './credentials.ts'
import type { Io } from './io.ts'
import type { RunFlags } from './run-flags.ts'

/** What a run is of, when nothing is said. */
export const defaultProfile = 'governance-agent-core@3.0'

/**
 * The options of a run from what was typed.
 * @throws UsageError that names the flag
 */
export function runOptions(url: string, flags: RunFlags, credentials: RunCredentials, io: Io): RunOptions {
  return {
    url,
    credentials,
    adcpVersion: versionOf(flags.adcpVersion),
    scope: scopeOf(flags),
    ...(flags.testKit !== undefined && { testKit: flags.testKit }),
    dates: flags.dates,
    limits: limitsOf(flags),
    clock: io.clock,
    ids: io.ids,
  }
}

function versionOf(version: string): RunOptions['adcpVersion'] {
  if (version === '3.0') return version
  if (version === '3.1')
    throw new UsageError('the schemas of AdCP 3.1 are not built into this release. Use --adcp-version 3.0')
  throw new UsageError(`--adcp-version "${version}" is not one this release knows. Use --adcp-version 3.0`)
}

function scopeOf({ storyboard, profile = defaultProfile }: RunFlags): RunOptions['scope'] {
  return storyboard ? { kind: 'storyboards', names: storyboard } : { kind: 'profile', id: profile }
}

function limitsOf({ timeout, stepTimeout, runTimeout }: RunFlags): Limits {
  return {
    ...defaultLimits,
    callTimeoutMs: timeout * 1000,
    stepTimeoutMs: stepTimeout * 1000,
    runTimeoutMs: runTimeout * 1000,
  }
}
