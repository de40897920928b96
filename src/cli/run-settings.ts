import type { RunCredentials } from '../auth/agent-credentials.ts'
import { UsageError } from '../errors.ts'
import { defaultLimits, type Limits, type RunOptions } from '../run.ts'
import { bundlesFolder } from './bundles-folder.ts'
import type { Io } from './io.ts'
import type { RunFlags } from './run-flags.ts'
import { webhookMode } from './webhook-flags.ts'

/** What a run is of, when nothing is said: what anybody with an address can prove. */
const defaultProfiles = {
  governance_agent: 'governance-agent-core',
  seller: 'governed-seller-core',
  loop: 'governed-loop',
} as const

/**
 * The options of a run from what was typed.
 * @throws UsageError that names the flag
 */
export function runOptions(url: string, flags: RunFlags, credentials: RunCredentials, io: Io): RunOptions {
  const webhooks = webhookMode(flags)
  return {
    url,
    credentials,
    adcpVersion: versionOf(flags.adcpVersion),
    ...releaseOf(flags.adcpVersion),
    ...(flags.assertSeededState && { seededState: true }),
    ...(flags.context && { context: namedValues(flags.context) }),
    bundles: bundlesFolder(io.env),
    scope: scopeOf(flags),
    ...(flags.testKit !== undefined && { testKit: flags.testKit }),
    ...(webhooks && { webhooks }),
    dates: flags.dates,
    ...(flags.transport === 'official-client' && { client: 'official' as const }),
    ...(flags.compareTransports && { compareClients: true }),
    limits: limitsOf(flags),
    clock: io.clock,
    ids: io.ids,
  }
}

/** @throws UsageError for what is no name=value */
function namedValues(given: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(given.map(namedValue))
}

function namedValue(text: string): readonly [string, string] {
  const [, name, value] = /^(\w+)=(.+)$/s.exec(text) ?? []
  if (name !== undefined && value !== undefined) return [name, value]
  throw new UsageError(`--context needs name=value, such as governance_agent_url=https://governance.example/mcp`)
}

/**
 * The line of a version: 3.1 for 3.1 as for 3.1.19.
 * @throws UsageError for one that no release here grades by
 */
export function versionOf(version: string): RunOptions['adcpVersion'] {
  const line = /^(3\.[01])(\.\d+)?$/.exec(version)?.[1]
  if (line === '3.0' || line === '3.1') return line
  throw new UsageError(
    `--adcp-version "${version}" is not one this release knows. Use 3.0 or 3.1, or a release of them such as 3.1.19`,
  )
}

/** The exact release, when one was named. */
export function releaseOf(version: string): { readonly release?: string } {
  return /^\d+\.\d+\.\d+$/.test(version) ? { release: version } : {}
}

/** The profile that was named, or the usual one of the role. */
export function profileOf({
  adcpVersion,
  profile,
  role = 'governance_agent',
}: Pick<RunFlags, 'adcpVersion' | 'profile' | 'role'>): string {
  return profile ?? `${defaultProfiles[role]}@${versionOf(adcpVersion)}`
}

/** What a run is about, from what was typed. */
export function scopeOf(
  flags: Pick<RunFlags, 'adcpVersion' | 'profile' | 'role' | 'suite' | 'storyboard' | 'tag'>,
): RunOptions['scope'] {
  const { suite, profile, storyboard: names = [], tag: tags } = flags
  if (suite === 'official' && profile !== undefined)
    throw new UsageError('--profile is for --suite governance or all; the official suite has none')
  if (names.length > 0 || tags) return { kind: 'storyboards', names, ...(tags ? { tags } : {}) }
  if (suite === 'official') return { kind: 'suite', id: 'official' }
  if (suite === 'all') return { kind: 'suite', id: 'all', profile: profileOf(flags) }
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
