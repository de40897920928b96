import { toPointer, writePath } from '../json/path.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { ContextInput } from '../model/storyboard.ts'
import { substitute } from '../request/substitute.ts'
import type { KitLookup } from './rule.ts'

export interface FilledSample {
  readonly value: Json
  /** RFC 6901 pointers of the values that only a run can know. */
  readonly unknown: readonly string[]
}

interface Known {
  /** The storyboard's own `context`. */
  readonly given: JsonObject
  readonly kit: KitLookup
  readonly inputs: readonly ContextInput[]
}

/** A sample request as far as it is known before a run: the runner's own substitution, without an agent. */
export function fillSample(request: JsonObject, { given, kit, inputs }: Known): FilledSample {
  const { value, unresolved } = substitute(request, {
    context: new Map(Object.entries(given)),
    kit: kit.status === 'found' ? kit.kit : undefined,
    generated: new Map(),
    ids: plausibleIds,
    runner: {},
    earlierPayload: () => undefined,
    capturedBy: () => undefined,
  })
  const injected = inputs.map(({ inject_at }) => inject_at)
  return {
    value: injected.reduce<Json>((filled, path) => writePath(filled, path, 'known in a run'), value),
    unknown: [...unresolved.map(({ pointer }) => pointer), ...injected.map((path) => toPointer(path))],
  }
}

const plausibleIds = {
  uuid: () => '5f0c6f0e-3c5e-4b6e-9d52-6c1f0e8f7a10',
  opaque: () => 'opaque-5f0c6f0e3c5e4b6e',
}
