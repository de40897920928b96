import { type Command, InvalidArgumentError, Option } from 'commander'
import { addGateOptions, type GateFlags } from './gate-flags.ts'
import { addOAuthOptions, type OAuthFlags } from './oauth-flags.ts'
import { addPeerOptions, type PeerFlags } from './peer-flags.ts'
import { addWebhookOptions, type WebhookFlags } from './webhook-flags.ts'

/** What can be said of a run on the command line; times are in seconds. */
export interface RunFlags extends CredentialFlags, WebhookFlags, GateFlags, PeerFlags {
  readonly role?: 'governance_agent' | 'seller' | 'loop'
  readonly profile?: string
  readonly suite?: 'governance' | 'official' | 'all'
  readonly storyboard?: readonly string[]
  readonly tag?: readonly string[]
  readonly context?: readonly string[]
  readonly assertSeededState?: boolean
  readonly testKit?: string
  readonly adcpVersion: string
  readonly protocol: 'auto' | 'mcp' | 'a2a'
  readonly transport: 'own' | 'official-client'
  readonly compareTransports?: boolean
  readonly dates: 'shift' | 'as-written'
  readonly json?: string
  readonly reporter?: readonly string[]
  readonly timeout: number
  readonly stepTimeout: number
  readonly runTimeout: number
  readonly delay?: number
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color: boolean
}

export interface CredentialFlags extends OAuthFlags {
  readonly auth?: string
  readonly basicEnv?: string
  readonly authEnv?: string
  readonly authFile?: string
  readonly headerEnv?: readonly string[]
  readonly principal?: readonly string[]
}

/** Adds the options that every command with a run in it has. */
export function addRunOptions(command: Command): Command {
  return addGateOptions(addPeerOptions(addWebhookOptions(command)))
    .addOption(
      new Option('--role <role>', 'what the agent is, when no profile is named (default: governance_agent)').choices([
        'governance_agent',
        'seller',
        'loop',
      ]),
    )
    .addOption(new Option('--profile <id>', 'what must be accounted for').conflicts(['storyboard', 'tag']))
    .addOption(
      new Option(
        '--suite <which>',
        'governance: the profile (default); official: all official storyboards that apply to the agent; all: both',
      )
        .choices(['governance', 'official', 'all'])
        .conflicts(['storyboard', 'tag']),
    )
    .option(
      '--storyboard <name>',
      'run just this one: an id (also an official one, also with * and ?), a file or folder, or the address of a step, up to which it then runs; may be repeated',
      collect,
    )
    .option('--tag <tag>', 'only storyboards with this track, category or protocol; may be repeated', collect)
    .option('--test-kit <file>', 'use this test kit instead of those that storyboards name')
    .option('--adcp-version <version>', 'AdCP version to grade by, such as 3.1 or 3.1.19', '3.0')
    .option(
      '--context <name=value>',
      'what $context.<name> stands for before the first step; for storyboards that name what no step captures; may be repeated',
      collect,
    )
    .option('--assert-seeded-state', 'vouch that the state which storyboards presuppose is at the agent')
    .addOption(
      new Option('--dates <how>', 'move dates of samples into the future, or send them as written')
        .choices(['shift', 'as-written'])
        .default('shift'),
    )
    .addOption(
      new Option('--protocol <which>', 'what the agent speaks').choices(['auto', 'mcp', 'a2a']).default('auto'),
    )
    .addOption(
      new Option('--transport <which>', 'who makes the calls: this program, or the official client library')
        .choices(['own', 'official-client'])
        .default('own'),
    )
    .addOption(
      new Option(
        '--compare-transports',
        'tell what the official client library makes of each reply; sends nothing more to the agent',
      ).conflicts('transport'),
    )
    .option('--json <file>', 'write the machine report to this file; - writes it to stdout instead of the report')
    .option(
      '--reporter <name[=path]>',
      'also write the report as json, ndjson (live), junit, markdown, github-summary, github-annotations, sarif, ctrf, tap or html; without a path, to stdout instead of the report; may be repeated',
      collect,
    )
    .option('--timeout <seconds>', 'limit for one call', inSeconds, 30)
    .option('--step-timeout <seconds>', 'limit for one step', inSeconds, 60)
    .option('--run-timeout <seconds>', 'limit for the whole run', inSeconds, 600)
    .option('--delay <milliseconds>', 'pause before each call, for agents that limit their rate', inMilliseconds)
    .addOption(new Option('-q, --quiet', 'only what is wrong, and the verdict').conflicts('verbose'))
    .option('-v, --verbose', 'requests and replies of all steps')
    .option('--no-color', 'no colours (also: NO_COLOR=1)')
}

/** Adds the options that let us in to an agent. */
export function addCredentialOptions(command: Command): Command {
  return addOAuthOptions(command)
    .addOption(
      new Option(
        '--auth-env <name>',
        'take the token from this environment variable (default: ADCP_AUTH_TOKEN, if set)',
      ).conflicts(['authFile', 'auth']),
    )
    .addOption(new Option('--auth-file <file>', 'take the token from this file').conflicts(['authEnv', 'auth']))
    .addOption(new Option('--auth <token>', 'the token itself; others can see it, better use one of the above'))
    .addOption(
      new Option('--basic-env <name>', 'take user:password for HTTP Basic from this variable').conflicts(loginOptions),
    )
    .option('--header-env <Name=VAR>', 'send a header with the value of a variable; may be repeated', collect)
    .option('--principal <name=VAR>', 'token of a named principal, such as seller; may be repeated', collect)
}

const loginOptions = ['auth', 'authEnv', 'authFile']

export function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value]
}

/** A timer cannot count much further than this. */
const longest = 86_400

function inMilliseconds(text: string): number {
  const milliseconds = Number(text)
  if (Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds <= 60_000) return milliseconds
  throw new InvalidArgumentError('It must be a whole number of milliseconds, at most 60000.')
}

function inSeconds(text: string): number {
  const seconds = Number(text)
  if (text.trim() !== '' && seconds > 0 && seconds <= longest) return seconds
  throw new InvalidArgumentError(`It must be a number of seconds, above 0 and at most ${longest}.`)
}
