import type { PlannedBoard } from '../model/plan.ts'
import type { IdSource } from '../request/scope.ts'

/** The values that context_outputs with `generate` name, made once before the first step (storyboard-schema, context_outputs). */
export function generated(board: PlannedBoard, ids: IdSource): readonly (readonly [string, string])[] {
  const outputs = board.steps.flatMap(({ step }) => step.context_outputs ?? [])
  return outputs.flatMap(({ name, key, generate }) =>
    generate ? [[name ?? key ?? '', generate === 'uuid_v4' ? ids.uuid() : ids.opaque()] as const] : [],
  )
}
