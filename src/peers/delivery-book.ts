import type { WebhookAddress, WebhookDelivery, WebhookPlace } from '../model/webhook.ts'

/** Deliveries kept of one run, and at one address: a sender that never stops must not fill the memory. */
const mostOfRun = 1_000
const mostOfAddress = 100

/** Which addresses were given out, and what came to them. */
export class DeliveryBook {
  readonly #addresses = new Map<string, WebhookAddress & WebhookPlace>()
  readonly #failures = new Map<string, { left: number; status: number }>()
  readonly #deliveries: WebhookDelivery[] = []
  readonly #listeners = new Set<() => void>()

  constructor(
    readonly base: string,
    readonly newId: () => string,
  ) {}

  baseFor(storyboard: string): string {
    return `${this.base}/board/${encodeURIComponent(storyboard)}`
  }

  addressFor(storyboard: string, step: string): WebhookAddress {
    const key = keyOf({ storyboard, step })
    const known = this.#addresses.get(key)
    if (known) return known
    const operationId = this.newId()
    const url = `${this.baseFor(storyboard)}/step/${encodeURIComponent(step)}/${operationId}`
    const address = { url, operationId, storyboard, step }
    this.#addresses.set(key, address)
    return address
  }

  gaveOut(storyboard: string, step: string): boolean {
    return this.#addresses.has(keyOf({ storyboard, step }))
  }

  /** Where a request belongs, by its address without the query. Undefined for an address that nobody was given. */
  placeOf(address: string): WebhookPlace | undefined {
    const [step] = [...this.#addresses.values()].filter(({ url }) => url === address)
    if (step) return { storyboard: step.storyboard, step: step.step ?? '' }
    const board = /^\/board\/([^/]+)/.exec(address.slice(this.base.length))?.[1]
    return board === undefined ? undefined : decoded(board)
  }

  hasRoom(place: WebhookPlace): boolean {
    return this.#deliveries.length < mostOfRun && this.deliveries(place).length < mostOfAddress
  }

  deliveries({ storyboard, step }: WebhookPlace): readonly WebhookDelivery[] {
    return this.#deliveries.filter((one) => one.storyboard === storyboard && (step === undefined || one.step === step))
  }

  record(delivery: WebhookDelivery): void {
    this.#deliveries.push(delivery)
    for (const heard of this.#listeners) heard()
  }

  failFirst(place: WebhookPlace, count: number, status: number): void {
    this.#failures.set(keyOf(place), { left: count, status })
  }

  /** The status that the next delivery to this place is answered with. */
  nextStatus(place: WebhookPlace): number {
    const failure = this.#failures.get(keyOf(place))
    if (failure === undefined || failure.left === 0) return 200
    failure.left -= 1
    return failure.status
  }

  /** Calls back after each delivery, until it is told to stop. */
  listen(heard: () => void): () => void {
    this.#listeners.add(heard)
    return () => this.#listeners.delete(heard)
  }
}

function keyOf({ storyboard, step }: WebhookPlace): string {
  return JSON.stringify([storyboard, step])
}

function decoded(part: string): WebhookPlace | undefined {
  try {
    return { storyboard: decodeURIComponent(part) }
  } catch {
    return undefined
  }
}
