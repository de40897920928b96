import { equalJson } from '../json/equal.ts'
import type { Json } from '../model/json.ts'
import type { RunEvent } from '../model/run-event.ts'
import type { WebhookDelivery } from '../model/webhook.ts'
import type { Crossing, Journal, Moments } from './journal.ts'

type Kind = Crossing['kind']
type Of<K extends Kind> = Extract<Crossing, { kind: K }>

/** A question of the played run that the record does not answer. */
export interface Stray {
  readonly at: string
  /** The end of a sentence: what was asked. */
  readonly what: string
}

/** Gives back, place by place, what a run was answered, each answer once. */
export class JournalReader {
  readonly strays: Stray[] = []
  #at = ''
  #now: number
  #made = 0
  readonly #left = new Map<string, Crossing[]>()
  readonly #moments = new Map<string, { -readonly [Key in keyof Moments]: Moments[Key][number][] }>()

  constructor(
    readonly journal: Journal,
    readonly stop: (reason: string) => void,
  ) {
    for (const [at, { times, uuids, opaques }] of Object.entries(journal.moments))
      this.#moments.set(at, { times: [...times], uuids: [...uuids], opaques: [...opaques] })
    for (const crossing of journal.crossings) this.#leftAt(crossing.at).push(crossing)
    this.#now = journal.moments['']?.times[0] ?? 0
  }

  /** Learns from an event which place of the run is at work; stops the run where it was stopped. */
  follow(event: RunEvent): void {
    if (event.kind === 'storyboard_started') this.#at = `${event.id}/`
    if (event.kind === 'step_started') this.#at = event.address
    const { stopped } = this.journal.stage
    if (stopped?.at === this.#at) this.stop(stopped.reason)
  }

  /** A call was cut off when the run was stopped. */
  cutOff(): void {
    const { stopped } = this.journal.stage
    if (stopped) this.stop(stopped.reason)
  }

  now(): number {
    this.#now = this.#moments.get(this.#at)?.times.shift() ?? this.#now
    return this.#now
  }

  /** Ids that the recorded run did not ask for are made up, each another. */
  uuid(): string {
    const known = this.#moments.get(this.#at)?.uuids.shift()
    return known ?? `00000000-0000-4000-8000-${this.#next().padStart(12, '0')}`
  }

  opaque(): string {
    return this.#moments.get(this.#at)?.opaques.shift() ?? `played${this.#next().padStart(14, '0')}`
  }

  /** The first answer of this kind at this place that fits and was not given yet. */
  take<K extends Kind>(kind: K, fits: (crossing: Of<K>) => boolean): Of<K> | undefined {
    const left = this.#leftAt(this.#at)
    const index = left.findIndex((crossing) => crossing.kind === kind && fits(crossing as Of<K>))
    return index < 0 ? undefined : (left.splice(index, 1)[0] as Of<K>)
  }

  /** Any answer of this kind, wherever it was given: for what stays the same for a whole run. */
  find<K extends Kind>(kind: K, fits: (crossing: Of<K>) => boolean): Of<K> | undefined {
    return this.journal.crossings.find(
      (crossing): crossing is Of<K> => crossing.kind === kind && fits(crossing as Of<K>),
    )
  }

  delivered(numbers: readonly number[]): readonly WebhookDelivery[] {
    return numbers.flatMap((number) => this.journal.deliveries[number] ?? [])
  }

  /** Answers that are given once and were not asked for. */
  get unasked(): readonly Crossing[] {
    return [...this.#left.values()].flat().filter(({ kind }) => givenOnce.has(kind))
  }

  stray(what: string): void {
    this.strays.push({ at: this.#at, what })
  }

  #leftAt(at: string): Crossing[] {
    const left = this.#left.get(at) ?? []
    this.#left.set(at, left)
    return left
  }

  #next(): string {
    this.#made += 1
    return String(this.#made)
  }
}

/** What stays the same for a whole run is looked up, not taken. */
const givenOnce: ReadonlySet<Kind> = new Set([
  'probe',
  'open',
  'call',
  'poll',
  'send',
  'webhooks',
  'peer_seen',
  'peer_token',
  'peer_asked',
])

/** Equality after both have crossed a file: members that are undefined are absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  return equalJson(asWritten(a), asWritten(b))
}

/** A value after it has crossed a file. */
export function asWritten(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}
