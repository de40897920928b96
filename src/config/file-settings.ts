import { dirname, isAbsolute, join, relative } from 'node:path'
import type { Config } from '../model/config.ts'
import type { Located } from '../model/located.ts'

/** A value of a configuration file that stands for an option of the command line. */
export interface FileSetting {
  /** The option's name in camel case: `runTimeout` for --run-timeout. */
  readonly option: string
  readonly value: string | number | boolean | readonly string[]
  /** `file:line`. */
  readonly place: string
  /** Where a report goes: of no account for a command that makes none. */
  readonly isReporter: boolean
}

/** Keys that mean the same as the option of their name. */
const plainKeys = [
  'profile',
  'suite',
  'assert_seeded_state',
  'dates',
  'default_agent',
  'protocol',
  'transport',
  'compare_transports',
  'webhooks',
] as const

/** What a configuration file says that an option could say as well. Paths in it are made relative to the current folder. */
export function fileSettings({ value: config, file, locate }: Located<Config>): readonly FileSetting[] {
  const from = (path: string) => readable(join(dirname(file), path), path)
  const output = (path: string) => (path === '-' ? path : from(path))
  const { storyboards, adcp_version, test_kit, peer, reporters: { json, ...reporters } = {} } = config
  const others = Object.entries(reporters)
  const found: readonly Entry[] = [
    ...plainKeys.map((key): Entry => [key, [key], config[key]]),
    ['storyboard', ['storyboards'], storyboards?.map((one) => (/\.ya?ml$/.test(one) ? from(one) : one))],
    ['tag', ['tags'], config.tags],
    ['context', ['context'], namedValues(config.context)],
    ['adcp_version', ['adcp_version'], adcp_version === undefined ? undefined : versionText(adcp_version)],
    ['test_kit', ['test_kit'], test_kit === undefined ? undefined : from(test_kit)],
    ...Object.entries(config.limits ?? {}).map(([key, value]): Entry => [key, ['limits', key], value]),
    ...Object.entries(config.webhook ?? {}).map(([key, value]): Entry => [`webhook_${key}`, ['webhook', key], value]),
    ['public_url', ['peer', 'public_url'], peer?.public_url],
    ['peer_port', ['peer', 'port'], peer?.port],
    ['peer_tls', ['peer', 'tls'], peer?.tls],
    ['peer_ca', ['peer', 'ca'], peer?.ca === undefined ? undefined : from(peer.ca)],
    ['json', ['reporters', 'json'], json === undefined ? undefined : output(json)],
    [
      'reporter',
      ['reporters'],
      others.length > 0 ? others.map(([name, path]) => `${name}=${output(path)}`) : undefined,
    ],
  ]
  return found.flatMap(([option, path, value]) => {
    if (value === undefined) return []
    const place = `${file}:${locate(path).line}`
    return [{ option: camelCase(option), value, place, isReporter: path[0] === 'reporters' }]
  })
}

function namedValues(context: Config['context']): readonly string[] | undefined {
  return context && Object.entries(context).map(([name, value]) => `${name}=${value}`)
}

/** YAML reads 3.0 as the number three. */
function versionText(version: string | number): string {
  return Number.isInteger(version) ? `${version}.0` : String(version)
}

/** Key as the option is called, path in the file, value. */
type Entry = readonly [string, readonly string[], FileSetting['value'] | undefined]

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function readable(path: string, written: string): string {
  if (isAbsolute(written)) return written
  const near = relative('', path)
  return near.startsWith('..') || near === '' ? path : near
}
