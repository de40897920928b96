import type { JsonObject } from '../../../model/json.ts'
import { planKey } from '../../governance-agent/facts.ts'
import { objectsIn } from '../../governance-agent/payload.ts'
import type { Plan } from '../../governance-agent/plan.ts'
import type { AgentState } from '../../governance-agent/state.ts'
import type { Fault } from '../fault.ts'

export const rollsBackOnAReplay = {
  id: 'rolls-back-on-a-replay',
  requirement: 'GOV-GA-027',
  title: 'Answers a replayed sync from memory, and puts its plan in force again.',
  break: (parts) => ({
    ...parts,
    recall(state, question) {
      const reply = parts.recall(state, question)
      if (reply === undefined || question.task !== 'sync_plans') return reply
      for (const source of objectsIn(question.args.plans)) putBack(source, question.principal, state)
      return reply
    },
  }),
} as const satisfies Fault

function putBack(source: JsonObject, owner: string, { plans }: AgentState): void {
  const key = planKey(owner, String(source.plan_id))
  const stored = plans.get(key)
  if (stored) plans.set(key, { ...stored, source, plan: source as unknown as Plan })
}
