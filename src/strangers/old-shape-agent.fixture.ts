import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type SdkAgent, sdkAgent } from '../transport/sdk-agent.fixture.ts'

/**
 * A small agent that understands what the storyboards of 4.22 and 4.23 send (plans without ids, a `binding`) and answers with a `decision`
 * beside the fields that AdCP 3.0 made of it.
 */
export function oldShapeAgent(): Promise<SdkAgent> {
  const answers: Readonly<Record<string, (args: JsonObject) => JsonObject>> = {
    get_adcp_capabilities: () => ({
      adcp: { major_versions: [3], idempotency: { supported: true, replay_ttl_seconds: 86400 } },
      supported_protocols: ['governance', 'media_buy'],
    }),
    sync_plans: ({ plans }) => ({
      plans: itemsOf(plans).map((_, i) => ({ plan_id: `plan_${i + 1}`, status: 'active', version: 1 })),
    }),
    check_governance: (args) => checked(String(args.plan_id ?? ''), args),
    create_media_buy: ({ packages }) => ({
      media_buy_id: 'mb_1',
      packages: itemsOf(packages).map((_, i) => ({ package_id: `pkg_${i + 1}` })),
    }),
    get_media_buy_delivery: delivery,
  }
  const tools = Object.entries(answers).map(([name, answer]) => [name, (args: JsonObject) => result(answer(args))])
  return sdkAgent(Object.fromEntries(tools), true)
}

/** Above the limit of a strict plan it denies; buys with CTV get conditions; drift is told. */
function checked(plan_id: string, { binding, governance_phase }: JsonObject): JsonObject {
  const bound = isJsonObject(binding) ? binding : {}
  const total = Number(bound.total_budget ?? 0)
  const common = { check_id: 'check_1', plan_id, governance_context: 'ctx_1' }
  const expires_at = new Date(Date.now() + 3_600_000).toISOString()
  if (plan_id.endsWith('strict') && total > 10_000) {
    const finding = { category_id: 'budget_authority', severity: 'critical', explanation: `${total} is above 10000` }
    return { ...common, status: 'denied', decision: 'denied', explanation: 'too much', findings: [finding] }
  }
  if (plan_id.endsWith('conditional')) {
    const condition = { field: 'packages[0].reporting', reason: 'CTV needs weekly delivery reporting' }
    return {
      ...common,
      status: 'conditions',
      decision: 'approved',
      explanation: 'with a condition',
      conditions: [condition],
      expires_at,
    }
  }
  const drift = { category_id: 'delivery', severity: 'warning', explanation: 'one package is ahead, one behind' }
  const findings = governance_phase === 'delivery' ? { findings: [drift] } : {}
  return {
    ...common,
    status: 'approved',
    decision: 'approved',
    explanation: 'within authority',
    expires_at,
    ...findings,
  }
}

function delivery(): JsonObject {
  const day = { start: '2026-04-01T00:00:00Z', end: '2026-05-15T23:59:59Z' }
  return {
    reporting_period: day,
    currency: 'USD',
    media_buy_deliveries: [{ media_buy_id: 'mb_1', status: 'active', totals: { spend: 20000 }, by_package: [] }],
    media_buys: [{ media_buy_id: 'mb_1' }],
  }
}

function result(payload: JsonObject): object {
  return { content: [{ type: 'text', text: JSON.stringify(payload) }], structuredContent: payload }
}

function itemsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}
