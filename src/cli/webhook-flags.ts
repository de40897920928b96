import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../errors.ts'
import { publicBase, type WebhookMode } from '../peers/webhook-address.ts'

export interface WebhookFlags {
  readonly webhookUrl?: string
  readonly webhookHost?: string
  readonly webhookPort?: number
  /** False after --no-webhooks. */
  readonly webhooks?: boolean
}

/** Adds the options that say how agents can call a run back. */
export function addWebhookOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--webhook-url <address>',
        'https address that leads to this machine, for agents that are elsewhere to call back; needs --webhook-port',
      ),
    )
    .option('--webhook-port <port>', 'where the receiver behind that address listens', inPorts)
    .option('--webhook-host <address>', 'the network address it listens on (default: 127.0.0.1)')
    .option('--no-webhooks', 'host no receiver: storyboards that need one are blocked')
}

/**
 * How agents can call back; undefined when nothing was said.
 * @throws UsageError that names the flag
 */
export function webhookMode({ webhookUrl, webhookHost, webhookPort, webhooks }: WebhookFlags): WebhookMode | undefined {
  if (webhooks === false && webhookUrl === undefined) return { kind: 'off' }
  if (webhooks === false) throw new UsageError('give either --webhook-url or --no-webhooks')
  if (webhookUrl === undefined && (webhookHost !== undefined || webhookPort !== undefined))
    throw new UsageError(
      '--webhook-host and --webhook-port say where a public address leads: give it with --webhook-url',
    )
  if (webhookUrl === undefined) return undefined
  if (webhookPort === undefined)
    throw new UsageError('--webhook-url needs --webhook-port, the port on this machine that the address leads to')
  return { kind: 'public', url: publicBase(webhookUrl), host: webhookHost ?? '127.0.0.1', port: webhookPort }
}

function inPorts(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('It must be a port, from 0 (any free one) to 65535.')
}
