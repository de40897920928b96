import type { Transport } from '../model/exchange.ts'
import type { Speaker } from '../model/speaker.ts'

/** The open lines of one storyboard: one session for each speaker, opened when first needed, all closed at the end. */
export class Lines {
  readonly #current = new Map<string, Promise<Transport>>()
  readonly #opened: Promise<Transport>[] = []

  constructor(readonly connect: (speaker: Speaker) => Promise<Transport>) {}

  as(speaker: Speaker): Promise<Transport> {
    const key = keyOf(speaker)
    const line = this.#current.get(key) ?? this.another(speaker)
    this.#current.set(key, line)
    return line
  }

  /** One more session for this speaker, beside the one that it may have. */
  another(speaker: Speaker): Promise<Transport> {
    const line = this.connect(speaker)
    this.#opened.push(line)
    return line
  }

  /** The session of this speaker is gone; the next step opens another. */
  forget(speaker: Speaker): void {
    this.#current.delete(keyOf(speaker))
  }

  async close(): Promise<void> {
    const lines = await Promise.allSettled(this.#opened)
    await Promise.all(lines.map((line) => (line.status === 'fulfilled' ? line.value.close() : undefined)))
  }
}

function keyOf({ agent, principal, headers }: Speaker): string {
  return JSON.stringify([agent, principal, headers && Object.entries(headers).sort()])
}
