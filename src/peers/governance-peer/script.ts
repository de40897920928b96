import type { PeerAnswer } from './answer.ts'

/** The answers still to be given, in order; the last one stays. */
export class Script {
  #answers: readonly PeerAnswer[] = [{ kind: 'decide' }]

  write(answers: readonly PeerAnswer[]): void {
    this.#answers = answers.length > 0 ? answers : [{ kind: 'decide' }]
  }

  /** The answer to the next check. */
  next(): PeerAnswer {
    const [first = { kind: 'decide' as const }, ...rest] = this.#answers
    if (rest.length > 0) this.#answers = rest
    return first
  }
}
