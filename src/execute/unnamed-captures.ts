import { readPath } from '../json/path.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Json } from '../model/json.ts'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'

/** Where official storyboards mean a value to come from that they name and do not capture: name, task, path in its reply. */
const places: readonly (readonly [name: string, task: string, path: string])[] = [
  ['media_buy_id', 'create_media_buy', 'media_buy_id'],
  ['content_standards_id', 'create_content_standards', 'standards_id'],
  ['proposal_id', 'get_products', 'proposals[0].proposal_id'],
]

/**
 * What a reply gives to names that the storyboard uses and no step of it captures: without this, no agent could be graded by the steps
 * that need them. A reply without the value gives nothing, and is not blamed.
 */
export function unnamedCaptures(
  { task }: PlannedStep,
  { reply }: Exchange,
  { steps }: PlannedBoard,
): readonly (readonly [string, Json])[] {
  if (reply.kind !== 'task' || reply.error) return []
  return places.flatMap(([name, from, path]) => {
    if (from !== task || isCaptured(name, steps)) return []
    const value = readPath(reply.payload, path)
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
}

function isCaptured(name: string, steps: readonly PlannedStep[]): boolean {
  return steps.some(({ step }) => step.context_outputs?.some((output) => (output.name ?? output.key) === name))
}
