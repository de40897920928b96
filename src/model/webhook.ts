import type { Json } from './json.ts'

/** Where a delivery belongs: the storyboard, and the step whose address it came to. */
export interface WebhookPlace {
  readonly storyboard: string
  /** Absent for the base address of the storyboard. */
  readonly step?: string
}

/** One HTTP request that reached the webhook receiver of a run. */
export interface WebhookDelivery extends WebhookPlace {
  /** ISO 8601, the runner's clock. */
  readonly receivedAt: string
  readonly method: string
  /** The address as the sender must have signed it. */
  readonly url: string
  /** Lower-case names; values as they came. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as it came, up to the limit. */
  readonly body: string
  /** The body as JSON; absent when it is none. */
  readonly payload?: Json
  /** The status that was answered. */
  readonly answered: number
  /** Why the body was not taken. */
  readonly problem?: string
}

/** An address that is given to an agent. */
export interface WebhookAddress {
  readonly url: string
  /** What tells this address apart in its path; agents of 3.0 repeat it as `operation_id`. */
  readonly operationId: string
}

/** What a run hosts so that agents can call back. */
export interface WebhookReceiver {
  /** The base address of a storyboard; agents are given addresses below it. */
  baseFor(storyboard: string): string
  /** The same address each time. */
  addressFor(storyboard: string, step: string): WebhookAddress
  /** Whether an address of this step was given to an agent. */
  gaveOut(storyboard: string, step: string): boolean
  /** What came to the address of a step; without a step, to any address of the storyboard. In the order of arrival. */
  deliveries(place: WebhookPlace): readonly WebhookDelivery[]
  /** Answers the first deliveries to a step with an error, so that the sender must try again. */
  failFirst(storyboard: string, step: string, count: number, status: number): void
  /** Resolves when `enough` says so, after the time, or when the run ends; with what came so far. */
  wait(
    place: WebhookPlace,
    enough: (deliveries: readonly WebhookDelivery[]) => boolean,
    milliseconds: number,
    signal: AbortSignal,
  ): Promise<readonly WebhookDelivery[]>
  close(): Promise<void>
}
