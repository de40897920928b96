import type { JsonObject } from '../../model/json.ts'
import { Refusal } from './refusal.ts'
import type { CheckKind } from './state.ts'

/**
 * Which kind of check the fields add up to: tool and payload ask for an intent, planned_delivery for an execution,
 * neither for the state of the budget.
 * @throws Refusal when they add up to two kinds, or to half of one.
 */
export function kindOf(args: JsonObject): CheckKind {
  const { tool, payload, planned_delivery, delivery_metrics, phase } = args
  const proposes = tool !== undefined || payload !== undefined
  const reports = planned_delivery !== undefined || delivery_metrics !== undefined
  if (proposes && reports) throw ambiguous(planned_delivery === undefined ? 'delivery_metrics' : 'planned_delivery')
  if (phase === 'delivery' && delivery_metrics === undefined) throw missing('delivery_metrics', 'phase "delivery"')
  if (proposes && payload === undefined) throw missing('payload', 'an intent check')
  if (proposes && tool === undefined) throw missing('tool', 'an intent check')
  if (proposes) return 'intent'
  if (phase === 'delivery') return 'delivery'
  if (planned_delivery !== undefined) return 'execution'
  if (delivery_metrics !== undefined) return 'delivery'
  if (phase === 'modification') throw missing('planned_delivery', 'phase "modification"')
  return 'inquiry'
}

function ambiguous(field: string): Refusal {
  const message = `A check carries tool and payload (intent), or ${field} (execution), never both.`
  return new Refusal('INVALID_REQUEST', message, field)
}

function missing(field: string, of: string): Refusal {
  return new Refusal('INVALID_REQUEST', `${of} needs ${field}.`, field)
}
