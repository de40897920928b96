import type { Transport } from '../model/exchange.ts'

/** The open lines of one storyboard: one session for each principal, opened when first needed, all closed at the end. */
export class Lines {
  readonly #open = new Map<string, Promise<Transport>>()

  constructor(readonly connect: (principal: string) => Promise<Transport>) {}

  as(principal: string): Promise<Transport> {
    const line = this.#open.get(principal) ?? this.connect(principal)
    this.#open.set(principal, line)
    return line
  }

  /** The session of this principal is gone; the next step opens another. */
  forget(principal: string): void {
    this.#open.delete(principal)
  }

  async close(): Promise<void> {
    const lines = await Promise.allSettled(this.#open.values())
    await Promise.all(lines.map((line) => (line.status === 'fulfilled' ? line.value.close() : undefined)))
  }
}
