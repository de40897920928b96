import { readPath, toPointer } from '../json/path.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { Step } from '../model/storyboard.ts'
import type { ValidationResult } from '../model/verdict.ts'
import type { IdSource } from '../request/scope.ts'

export interface Captured {
  readonly values: ReadonlyMap<string, Json>
  /** One failed validation for each path that the reply does not hold (runner-output-contract, capture_path_not_resolvable). */
  readonly failures: readonly ValidationResult[]
}

/** Reads a passed step's context_outputs. A reply that is an error or not final yet has nothing to capture. */
export function capture(step: Step, { reply }: Exchange, ids: IdSource): Captured {
  const values = new Map<string, Json>()
  const failures: ValidationResult[] = []
  if (reply.kind !== 'task' || reply.error || reply.interim) return { values, failures }
  for (const output of step.context_outputs ?? []) {
    const name = output.name ?? output.key ?? ''
    const value = output.generate
      ? ids[output.generate === 'uuid_v4' ? 'uuid' : 'opaque']()
      : readPath(reply.payload, output.path ?? name)
    if (value === undefined || value === null || value === '')
      failures.push(notResolvable(name, output.path ?? name, value ?? null))
    else values.set(name, value)
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
