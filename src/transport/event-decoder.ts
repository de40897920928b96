/**
 * Splits a `text/event-stream` into the data of its messages (WHATWG HTML, server-sent events).
 * Looks at each character once, however the stream is cut, so that a long line costs no more than its length.
 */
export class EventDecoder {
  readonly #text = new TextDecoder()
  #line: string[] = []
  #data: string[] = []
  #type = ''
  #endedInCr = false

  /** The data of the messages that this chunk completes. */
  push(chunk: Uint8Array): readonly string[] {
    const [first = '', ...rest] = this.#decode(chunk).split(/\r\n|\r|\n/)
    this.#line.push(first)
    const messages: string[] = []
    for (const next of rest) {
      const message = this.#take(this.#line.join(''))
      if (message !== undefined) messages.push(message)
      this.#line = [next]
    }
    return messages
  }

  #decode(chunk: Uint8Array): string {
    const text = this.#text.decode(chunk, { stream: true })
    if (text === '') return text
    const whole = this.#endedInCr && text.startsWith('\n') ? text.slice(1) : text
    this.#endedInCr = text.endsWith('\r')
    return whole
  }

  #take(line: string): string | undefined {
    if (line === '') return this.#dispatch()
    const colon = line.indexOf(':')
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') this.#data.push(value)
    if (field === 'event') this.#type = value
    return undefined
  }

  #dispatch(): string | undefined {
    const isMessage = this.#data.length > 0 && (this.#type === '' || this.#type === 'message')
    const data = this.#data.join('\n')
    this.#data = []
    this.#type = ''
    return isMessage ? data : undefined
  }
}
