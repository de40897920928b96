import type { JsonObject } from '../../model/json.ts'
import { committedBy } from './ledger.ts'
import type { AgentState, CheckRecord, OutcomeRecord } from './state.ts'

/** Each governed purchase with its checks and its money. One that was never approved has no token, and is not governed. */
export function auditedActions(
  items: readonly (CheckRecord | OutcomeRecord)[],
  state: AgentState,
): readonly JsonObject[] {
  const actions = new Set(items.map(({ actionId }) => actionId))
  return [...actions].flatMap((actionId) =>
    action(
      items.filter((item) => item.actionId === actionId),
      state,
    ),
  )
}

function action(items: readonly (CheckRecord | OutcomeRecord)[], state: AgentState): readonly JsonObject[] {
  const checks = items.filter((item): item is CheckRecord => 'kind' in item)
  const first = checks.find(({ token }) => token !== undefined)
  if (first?.token === undefined) return []
  const reference = items.findLast((item): item is OutcomeRecord => 'sellerReference' in item)?.sellerReference
  return [
    {
      governance_context: first.token,
      purchase_type: first.purchaseType,
      status: 'active',
      committed: committedBy(state, first.actionId),
      check_count: checks.length,
      ...(reference === undefined ? {} : { seller_reference: reference }),
    },
  ]
}
