import type { RunEvent } from '../model/run-event.ts'
import type { WebhookDelivery } from '../model/webhook.ts'
import type { Crossed, Crossing, Journal, Moments, PeerRecord, Stage } from './journal.ts'

/** Bytes of replies in one record; an agent with endless replies must not fill the memory. */
const largest = 256 * 1024 * 1024

/** No step has this address: the run was stopped while its last step was at work. */
const end = 'end'

type Written = { -readonly [Key in keyof Moments]: Moments[Key][number][] }

/** Collects a journal while a run goes on. */
export class JournalWriter {
  #at = ''
  #bytes = 0
  #signal: AbortSignal | undefined
  #stopped: Stage['stopped']
  readonly #crossings: (Crossing | undefined)[] = []
  readonly #moments = new Map<string, Written>()
  readonly #deliveries: WebhookDelivery[] = []
  readonly #numbers = new Map<WebhookDelivery, number>()
  readonly #peerRequests = new Map<number, PeerRecord>()

  /** The replies were more than a record can hold. */
  get isTooLarge(): boolean {
    return this.#bytes > largest
  }

  /** The signal of the run: where it is aborted is part of the record. */
  watch(signal: AbortSignal): void {
    this.#signal = signal
  }

  /** Learns from an event which place of the run is at work. */
  follow(event: RunEvent): void {
    if (event.kind === 'storyboard_started') this.#at = `${event.id}/`
    if (event.kind === 'step_started') this.#at = event.address
    const isStart = event.kind === 'storyboard_started' || event.kind === 'step_started'
    if (isStart && this.#signal?.aborted) this.#stopped ??= { at: this.#at, reason: String(this.#signal.reason) }
  }

  get moments(): Written {
    const known = this.#moments.get(this.#at) ?? { times: [], uuids: [], opaques: [] }
    this.#moments.set(this.#at, known)
    return known
  }

  /** Keeps the place of a question among all; what is returned takes question and answer. */
  begin(): (crossed: Crossed, bytes?: number) => void {
    const at = this.#at
    const place = this.#crossings.push(undefined) - 1
    return (crossed, bytes = 0) => {
      this.#bytes += bytes
      if (!this.isTooLarge) this.#crossings[place] = { at, ...crossed }
    }
  }

  note(crossed: Crossed): void {
    this.begin()(crossed)
  }

  /** The number of each delivery, which it keeps wherever it is seen again. */
  numbersOf(deliveries: readonly WebhookDelivery[]): readonly number[] {
    return deliveries.map((delivery) => {
      const number = this.#numbers.get(delivery) ?? this.#deliveries.push(delivery) - 1
      this.#numbers.set(delivery, number)
      return number
    })
  }

  /** Keeps a request to the hosted agent, in the place of what was kept of it before. */
  keep(request: PeerRecord): void {
    if (!this.#peerRequests.has(request.order)) this.#bytes += request.body.length
    if (!this.isTooLarge) this.#peerRequests.set(request.order, request)
  }

  journal(stage: Stage): Journal {
    const stopped = this.#stopped ?? (this.#signal?.aborted && { at: end, reason: String(this.#signal.reason) })
    return {
      stage: { ...stage, ...(stopped && { stopped }) },
      moments: Object.fromEntries(this.#moments),
      crossings: this.#crossings.filter((crossing) => crossing !== undefined),
      deliveries: this.#deliveries,
      peerRequests: [...this.#peerRequests.values()],
    }
  }
}
