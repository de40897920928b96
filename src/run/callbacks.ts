import { isLoopback } from '../keys/loopback.ts'
import type { WebhookReceiver } from '../model/webhook.ts'
import { openWebhookReceiver } from '../peers/webhook-receiver.ts'
import type { RunOptions } from './options.ts'

/** Whether agents can call this run back; and if not, what would let them. */
export type Callbacks =
  | { readonly offered: true; open(): Promise<WebhookReceiver> }
  | { readonly offered: false; readonly why: string }

/** A receiver on this machine is only for an agent on this machine: another one would be blamed for what it cannot reach. */
export function callbacksFor(
  agentUrl: string,
  { webhooks: mode = { kind: 'loopback' }, clock, ids }: Pick<RunOptions, 'webhooks' | 'clock' | 'ids'>,
): Callbacks {
  if (mode.kind === 'off') return { offered: false, why: 'this run hosts no webhook receiver' }
  if (mode.kind === 'loopback' && !isLoopback(agentUrl))
    return {
      offered: false,
      why: 'the agent is not on this machine and cannot reach a receiver on it: give an address that leads here with --webhook-url',
    }
  return { offered: true, open: () => openWebhookReceiver({ mode, clock, newId: () => ids.uuid() }) }
}
