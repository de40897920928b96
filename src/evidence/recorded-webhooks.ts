import type { WebhookReceiver } from '../model/webhook.ts'
import type { Callbacks } from '../run/callbacks.ts'
import type { JournalWriter } from './journal-writer.ts'

/** The same callbacks; the addresses that are given out and what comes to them are written down. */
export function recordedCallbacks(callbacks: Callbacks, journal: JournalWriter): Callbacks {
  if (!callbacks.offered) return callbacks
  return { offered: true, open: async () => recordedReceiver(await callbacks.open(), journal) }
}

/** An address stays the same for the whole run: it is written down once. */
function recordedReceiver(receiver: WebhookReceiver, journal: JournalWriter): WebhookReceiver {
  const known = new Set<string>()
  const isNew = (url: string) => !known.has(url) && known.add(url).has(url)
  return {
    baseFor(storyboard) {
      const url = receiver.baseFor(storyboard)
      if (isNew(url)) journal.note({ kind: 'webhook_base', storyboard, url })
      return url
    },
    addressFor(storyboard, step) {
      const address = receiver.addressFor(storyboard, step)
      if (isNew(address.url)) journal.note({ kind: 'webhook_address', storyboard, step, address })
      return address
    },
    gaveOut: (storyboard, step) => receiver.gaveOut(storyboard, step),
    deliveries(place) {
      const came = receiver.deliveries(place)
      journal.note({ kind: 'webhooks', ...place, numbers: journal.numbersOf(came) })
      return came
    },
    failFirst: (storyboard, step, count, status) => receiver.failFirst(storyboard, step, count, status),
    async wait(place, enough, milliseconds, signal) {
      const note = journal.begin()
      const came = await receiver.wait(place, enough, milliseconds, signal)
      note({ kind: 'webhooks', ...place, numbers: journal.numbersOf(came) })
      return came
    },
    close: () => receiver.close(),
  }
}
