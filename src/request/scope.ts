import type { Json, JsonObject } from '../model/json.ts'
import type { TestKit } from '../model/test-kit.ts'

/** Where placeholders find their values while one storyboard runs. */
export interface Scope {
  /** Captured values and the storyboard's root `context`. */
  readonly context: ReadonlyMap<string, Json>
  readonly kit: TestKit | undefined
  /** Values made by `$generate:…#alias` so far; the same alias gives the same value. */
  readonly generated: Map<string, string>
  readonly ids: IdSource
  readonly runner: JsonObject
  /** Where agents can call back; absent when the run hosts no receiver. */
  readonly webhooks?: CallbackAddresses
  /** Where governance contexts are made; absent where the run hosts no governance agent. */
  readonly tokens?: TokenMint
  /** The reply payload of an earlier step that passed. */
  earlierPayload(stepId: string): JsonObject | undefined
  /** The address of the step that should capture a name, for the message when it did not. */
  capturedBy(name: string): string | undefined
}

/** Makes governance contexts for one step. */
export interface TokenMint {
  /** A token of this kind: `valid`, or wrong in one way; undefined for a kind that there is none of. */
  mint(kind: string): string | undefined
}

/** The addresses of this storyboard at the run's webhook receiver. */
export interface CallbackAddresses {
  readonly base: string
  /** The address of a step, made when it is first asked for. */
  urlFor(stepId: string): string
  /** What tells that address apart; undefined when it was not given out. */
  operationIdOf(stepId: string): string | undefined
}

export interface IdSource {
  uuid(): string
  opaque(): string
}
