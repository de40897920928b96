import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { StepVerdict } from '../model/verdict.ts'
import type { IdSource, Scope } from '../request/scope.ts'

/** What one storyboard run has learned so far. Nothing here outlives the storyboard. */
export class BoardState {
  readonly context: Map<string, Json>
  /** Flags that steps have raised. */
  readonly contributed = new Set<string>()
  readonly #generated = new Map<string, string>()
  readonly #exchanges = new Map<string, Exchange>()
  readonly #established = new Map<string, boolean>()

  constructor(
    readonly board: PlannedBoard,
    readonly ids: IdSource,
    readonly runner: JsonObject,
  ) {
    this.context = new Map(Object.entries(board.source.value.context ?? {}))
  }

  scope(): Scope {
    return {
      context: this.context,
      kit: this.board.kit?.value,
      generated: this.#generated,
      ids: this.ids,
      runner: this.runner,
      earlierPayload: (stepId) => this.#payloadOf(stepId),
      capturedBy: (name) => this.#captures(name),
    }
  }

  /** The last exchange so far. */
  get previous(): Exchange | undefined {
    return [...this.#exchanges.values()].at(-1)
  }

  earlier(stepId: string): Exchange | undefined {
    return this.#exchanges.get(stepId)
  }

  /** Remembers a step. Its state is there when the agent answered with a result, even if a detail of the answer was wrong. */
  record(planned: PlannedStep, verdict: StepVerdict, exchange: Exchange | undefined): void {
    if (exchange) this.#exchanges.set(planned.step.id, exchange)
    const answered = exchange?.reply.kind === 'task' && !exchange.reply.error && !exchange.reply.interim
    this.#established.set(planned.address, verdict.status === 'passed' || answered)
  }

  /** The first step that this one stands on and that did not leave its state. */
  missingPrerequisite(planned: PlannedStep): string | undefined {
    return planned.standsOn.find((address) => !this.#established.get(address))
  }

  #payloadOf(stepId: string): JsonObject | undefined {
    const reply = this.#exchanges.get(stepId)?.reply
    return reply?.kind === 'task' && !reply.error ? reply.payload : undefined
  }

  #captures(name: string): string | undefined {
    return this.board.steps.find(({ step }) =>
      step.context_outputs?.some((output) => (output.name ?? output.key) === name),
    )?.address
  }
}
