import type { Observed } from '../invariants/invariant.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { StepVerdict } from '../model/verdict.ts'
import type { WebhookReceiver } from '../model/webhook.ts'
import type { IdSource, Scope } from '../request/scope.ts'
import { conditionStep, flagOf } from './branch-sets.ts'
import { missingPrerequisite } from './cascade.ts'
import { generated } from './generated.ts'
import { callbackAddresses } from './pseudo/callback-addresses.ts'
import { isMissing, substitutesFor } from './substitutes.ts'

/** What one storyboard run has learned so far. Nothing here outlives the storyboard. */
export class BoardState {
  readonly context: Map<string, Json>
  /** The answered steps, for the rules over all of them. */
  readonly observed: Observed[] = []
  /** Who raised which flag first. */
  readonly contributors = new Map<string, PlannedStep>()
  readonly #generated = new Map<string, string>()
  readonly #exchanges = new Map<string, Exchange>()
  readonly #verdicts = new Map<string, StepVerdict>()
  readonly #established = new Set<string>()
  readonly #passed = new Set<string>()

  constructor(
    readonly board: PlannedBoard,
    readonly ids: IdSource,
    readonly runner: JsonObject,
    readonly receiver?: WebhookReceiver,
    given: JsonObject = {},
  ) {
    this.context = new Map([...Object.entries({ ...given, ...board.source.value.context }), ...generated(board, ids)])
  }

  scope(): Scope {
    return {
      context: this.context,
      kit: this.board.kit?.value,
      generated: this.#generated,
      ids: this.ids,
      runner: this.runner,
      ...(this.receiver && { webhooks: callbackAddresses(this.board.source.value.id, this.receiver) }),
      earlierPayload: (stepId) => this.#payloadOf(stepId),
      capturedBy: (name) => this.#captures(name),
    }
  }

  /** Flags that steps have raised. */
  get contributed(): ReadonlySet<string> {
    return new Set(this.contributors.keys())
  }

  /** All exchanges so far, the oldest first. */
  get history(): readonly Exchange[] {
    return [...this.#exchanges.values()]
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
    const { address, step } = planned
    if (exchange) this.#exchanges.set(step.id, exchange)
    this.#verdicts.set(address, verdict)
    const answered = exchange?.reply.kind === 'task' && !exchange.reply.error && !exchange.reply.interim
    if (verdict.status === 'passed' || answered) this.#established.add(address)
    if (verdict.status !== 'passed') return
    this.#passed.add(step.id)
    this.#contribute(planned)
  }

  /** The first step that this one stands on and that did not leave its state. */
  missingPrerequisite(planned: PlannedStep): string | undefined {
    return missingPrerequisite(planned, {
      board: this.board,
      contributors: this.contributors,
      isEstablished: (address) => this.#isEstablished(address),
      verdictOf: (address) => this.#verdicts.get(address),
    })
  }

  verdictOf(address: string): StepVerdict | undefined {
    return this.#verdicts.get(address)
  }

  #isEstablished(address: string): boolean {
    if (this.#established.has(address)) return true
    const planned = this.board.steps.find((step) => step.address === address)
    if (!planned || !isMissing(planned, this.#verdicts.get(address))) return false
    return substitutesFor(planned, this.board).some((peer) => this.#hasPassed(peer))
  }

  #hasPassed({ address }: PlannedStep): boolean {
    return this.#verdicts.get(address)?.status === 'passed'
  }

  #contribute(planned: PlannedStep): void {
    const { step, phase } = planned
    const flag = flagOf(step, phase)
    const condition = step.contributes_if === undefined ? undefined : conditionStep(step.contributes_if)
    if (flag === undefined || this.contributors.has(flag)) return
    if (condition === undefined || this.#passed.has(condition)) this.contributors.set(flag, planned)
  }

  #payloadOf(stepId: string): JsonObject | undefined {
    const reply = this.#exchanges.get(stepId)?.reply
    return reply?.kind === 'task' && !reply.error ? reply.payload : undefined
  }

  #captures(name: string): string | undefined {
    return this.board.steps.find(({ step }) =>
      step.context_outputs?.some((output) => (output.name ?? output.key) === name && !output.generate),
    )?.address
  }
}
