import type { Reply } from '../model/exchange.ts'

const patience = 3

/** Counts the calls in a row that brought nothing usable: an agent that has died is not asked a hundred times more. */
export class Silence {
  #inARow = 0
  readonly words = `the agent left ${patience} calls in a row without a usable reply, so the rest was not sent`

  heard(reply: Reply): void {
    this.#inARow = reply.kind === 'unreachable' ? this.#inARow + 1 : 0
  }

  gaveUp(): boolean {
    return this.#inARow >= patience
  }
}
