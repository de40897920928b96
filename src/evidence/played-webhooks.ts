import type { WebhookAddress, WebhookPlace, WebhookReceiver } from '../model/webhook.ts'
import type { Callbacks } from '../run/callbacks.ts'
import { type JournalReader, sameJson } from './journal-reader.ts'

/** Callbacks as they were when the run was recorded. */
export function playedCallbacks(reader: JournalReader): Callbacks {
  const { noCallbacks } = reader.journal.stage
  if (noCallbacks !== undefined) return { offered: false, why: noCallbacks }
  return { offered: true, open: async () => playedReceiver(reader) }
}

function playedReceiver(reader: JournalReader): WebhookReceiver {
  const given = new Set<string>()
  return {
    baseFor: (storyboard) =>
      reader.find('webhook_base', (one) => one.storyboard === storyboard)?.url ?? nowhere(storyboard),
    addressFor(storyboard, step): WebhookAddress {
      given.add(keyOf(storyboard, step))
      const told = reader.find('webhook_address', (one) => one.storyboard === storyboard && one.step === step)
      return told?.address ?? { url: nowhere(storyboard, step), operationId: step }
    },
    gaveOut: (storyboard, step) => given.has(keyOf(storyboard, step)),
    deliveries: (place) => cameTo(place, reader),
    failFirst: () => undefined,
    wait: async (place) => cameTo(place, reader),
    close: async () => {},
  }
}

function cameTo({ storyboard, step }: WebhookPlace, reader: JournalReader) {
  const told = reader.take('webhooks', (one) => one.storyboard === storyboard && sameJson(one.step, step))
  if (!told) reader.stray(`the webhooks to ${step ?? storyboard}`)
  return reader.delivered(told?.numbers ?? [])
}

/** An address that the record does not hold: what is sent with it will not be found there either. */
function nowhere(...parts: readonly string[]): string {
  return `https://unrecorded.invalid/${parts.map(encodeURIComponent).join('/')}`
}

function keyOf(storyboard: string, step: string): string {
  return JSON.stringify([storyboard, step])
}
