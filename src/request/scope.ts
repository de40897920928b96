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
  /** The reply payload of an earlier step that passed. */
  earlierPayload(stepId: string): JsonObject | undefined
  /** The address of the step that should capture a name, for the message when it did not. */
  capturedBy(name: string): string | undefined
}

export interface IdSource {
  uuid(): string
  opaque(): string
}
