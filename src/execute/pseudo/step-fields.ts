import { AuthoringDefect } from '../../errors.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'

/** Reads the fields that only some tasks have. Each throws AuthoringDefect when the author wrote something else. */
export class StepFields {
  readonly #fields: JsonObject

  constructor(step: Step | JsonObject) {
    this.#fields = step as unknown as JsonObject
  }

  text(name: string): string | undefined {
    const value = this.#fields[name]
    if (value === undefined || typeof value === 'string') return value
    throw new AuthoringDefect(`${name} must be text`)
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#fields[name] ?? otherwise
    if (typeof value === 'boolean') return value
    throw new AuthoringDefect(`${name} must be true or false`)
  }

  /** A whole number from `least` to `most`. */
  count(name: string, otherwise: number, { least = 1, most = 1_000 } = {}): number {
    const value = this.#fields[name] ?? otherwise
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    throw new AuthoringDefect(`${name} must be a whole number from ${least} to ${most}`)
  }

  /** Seconds, above 0 and at most ten minutes. */
  seconds(name: string, otherwise: number): number {
    const value = this.#fields[name] ?? otherwise
    if (typeof value === 'number' && value > 0 && value <= 600) return value
    throw new AuthoringDefect(`${name} must be a number of seconds, above 0 and at most 600`)
  }

  object(name: string): JsonObject {
    const value = this.#fields[name] ?? {}
    if (isJsonObject(value)) return value
    throw new AuthoringDefect(`${name} must be an object`)
  }

  list(name: string): readonly Json[] {
    const value = this.#fields[name] ?? []
    if (Array.isArray(value)) return value as readonly Json[]
    throw new AuthoringDefect(`${name} must be a list`)
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined
  }
}
