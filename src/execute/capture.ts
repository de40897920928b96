import { readPath, toPointer } from '../json/path.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import type { ValidationResult } from '../model/verdict.ts'
import { completionPrefix } from './completion.ts'

export interface Captured {
  readonly values: ReadonlyMap<string, Json>
  /** One failed validation for each path that the reply does not hold (runner-output-contract, capture_path_not_resolvable). */
  readonly failures: readonly ValidationResult[]
}

const nothing: Captured = { values: new Map(), failures: [] }

/** Before a path of context_outputs: the value stands in what gov_offer chose. */
export const offerPrefix = 'offer.'

/** Where context_outputs read beside the reply itself. */
export interface Beside {
  /** What the task came to in the end. */
  readonly completion?: JsonObject
  /** What was chosen to be bought. */
  readonly offer?: JsonObject
}

/**
 * Reads a passed step's context_outputs; paths behind `task_completion.` in what the task came to in the end, and behind `offer.` in
 * what was chosen, where no value is none.
 * An error has nothing to capture. A reply that is not final gives what it holds; what it lacks may come with the result.
 */
export function capture(step: Step, { reply }: Exchange, { completion, offer }: Beside = {}): Captured {
  if (reply.kind !== 'task' || reply.error) return nothing
  const values = new Map<string, Json>()
  const failures: ValidationResult[] = []
  for (const { name, key, path, generate, value: given } of step.context_outputs ?? []) {
    if (generate) continue
    const as = name ?? key ?? ''
    if (given !== undefined) {
      values.set(as, given)
      continue
    }
    const from = path ?? as
    if (offer !== undefined && from.startsWith(offerPrefix)) {
      const chosen = offer[from.slice(offerPrefix.length)]
      if (chosen !== undefined) values.set(as, chosen)
      continue
    }
    const inner = from.startsWith(completionPrefix) ? from.slice(completionPrefix.length) : undefined
    if (inner !== undefined && completion === undefined) continue
    const value = inner === undefined ? readPath(reply.payload, from) : readPath(completion, inner)
    if (value !== undefined && value !== null && value !== '') values.set(as, value)
    else if (inner !== undefined || !reply.interim) failures.push(notResolvable(as, from, value ?? null))
  }
  return { values, failures }
}

function notResolvable(name: string, path: string, actual: Json): ValidationResult {
  return {
    check: 'capture_path_not_resolvable',
    description: `The reply holds ${path}, which later steps use as ${name}`,
    severity: 'required',
    requirements: [],
    path,
    outcome: {
      status: 'failed',
      message: `${path} is missing or empty, and later steps need it`,
      pointer: toPointer(path),
      expected: path,
      actual,
    },
  }
}
