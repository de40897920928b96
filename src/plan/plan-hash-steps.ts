import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'

/** One official vector, by its name. */
export interface PlanHashVector {
  readonly name: string
  readonly plan: JsonObject
}

/** The storyboard whose steps are made of the official vectors. */
export const planHashBoard = 'governance_agent/plan-hash-vectors'

/** The plan of a vector file; undefined when it holds none. */
export function vectorOf(name: string, file: Json | undefined): PlanHashVector | undefined {
  const plan = isJsonObject(file) ? file.plan_as_supplied : undefined
  return isJsonObject(plan) ? { name, plan } : undefined
}

/** The storyboard with two steps for each vector: its plan is registered, and a buy on it asked for. Another one stays as it is. */
export function planHashSteps(board: Located<Storyboard>, vectors: readonly PlanHashVector[]): Located<Storyboard> {
  if (board.value.id !== planHashBoard) return board
  const steps = [...vectors.filter(isFree), ...vectors.filter((one) => !isFree(one))].flatMap(stepsFor)
  const phases = board.value.phases.map((phase) => ({ ...phase, steps }))
  return { ...board, value: { ...board.value, phases } }
}

/** Some vectors share a plan, and a human review that was once demanded of it cannot be taken back: those come last. */
function isFree({ plan }: PlanHashVector): boolean {
  return plan.human_review_required !== true
}

function stepsFor({ name, plan }: PlanHashVector): readonly Step[] {
  const sync = `sync_${name}`
  return [
    {
      id: sync,
      title: `Register the plan of ${name}`,
      task: 'sync_plans',
      gov_reply: 'any',
      sample_request: { idempotency_key: `$generate:uuid_v4#${sync}`, plans: [plan] },
    },
    {
      id: `check_${name}`,
      title: `Ask for a buy on the plan of ${name}`,
      task: 'check_governance',
      gov_reply: 'any',
      sample_request: buyOn(plan, name),
      validations: [
        {
          check: 'gov_token_plan_hash',
          synced_by: sync,
          if_carried: true,
          description: 'The hash in the token, where one comes, is that of the plan as it was sent',
          requirements: ['GOV-GA-146'],
        },
      ],
    },
  ]
}

/** A small buy within the plan. */
function buyOn(plan: JsonObject, name: string): JsonObject {
  const { plan_id = null, brand = null, flight, countries } = plan
  const { start = null, end = null } = isJsonObject(flight) ? flight : {}
  const [country = '$test_kit.governance.country'] = Array.isArray(countries) ? (countries as readonly Json[]) : []
  const kit = '$test_kit.governance'
  return {
    plan_id,
    caller: `${kit}.caller`,
    tool: 'create_media_buy',
    payload: {
      idempotency_key: `$generate:uuid_v4#buy_${name}`,
      plan_id,
      account: { brand, operator: `${kit}.operator` },
      brand,
      start_time: start,
      end_time: end,
      packages: [
        {
          product_id: `${kit}.product.product_id`,
          pricing_option_id: `${kit}.product.pricing_option_id`,
          budget: 1000,
          targeting_overlay: { geo_countries: [country] },
        },
      ],
    },
  }
}
