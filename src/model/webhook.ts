import type { Json } from './json.ts'

/** One HTTP request that reached the webhook receiver of a run. */
export interface WebhookDelivery {
  /** The key of the address that it came to: the id of the step that gave the address out. */
  readonly key: string
  /** ISO 8601, the runner's clock. */
  readonly receivedAt: string
  readonly method: string
  /** The address as the sender must have signed it. */
  readonly url: string
  /** Lower-case names; values as they came. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as it came, up to the limit. */
  readonly body: string
  readonly payload?: Json
  /** The status that was answered. */
  readonly answered: number
  /** Why the body was not taken. */
  readonly problem?: string
}

/** What a run hosts so that agents can call back. */
export interface WebhookReceiver {
  /** The public base address; agents are given addresses below it. */
  readonly base: string
  urlFor(key: string): string
  deliveries(key: string): readonly WebhookDelivery[]
  /** Answers the first deliveries to a key with an error, so that the sender must try again. */
  failFirst(key: string, count: number, status: number): void
  /** Resolves when `enough` says so, after the time, or when the run ends; with what came so far. */
  wait(
    key: string,
    enough: (deliveries: readonly WebhookDelivery[]) => boolean,
    milliseconds: number,
    signal: AbortSignal,
  ): Promise<readonly WebhookDelivery[]>
  close(): Promise<void>
}
