import type { JsonObject } from '../model/json.ts'

export const governanceUrl = 'https://governance.acme.example/mcp'

let keyCount = 0
export function freshKey(): string {
  keyCount += 1
  return `seller-idempotency-key-${keyCount}`
}

export const brand = { domain: 'acmeoutdoor.example' }
export const account = { brand, operator: 'pinnacle-agency.example' }

export function accounts(more: JsonObject = {}): JsonObject {
  return { idempotency_key: freshKey(), accounts: [{ ...account, billing: 'operator', ...more }] }
}

export function agent(url = governanceUrl, more: JsonObject = {}): JsonObject {
  return { url, authentication: { schemes: ['Bearer'], credentials: 'c'.repeat(40) }, ...more }
}

export function governance(...agents: readonly JsonObject[]): JsonObject {
  const governance_agents = agents.length > 0 ? agents : [agent()]
  return { idempotency_key: freshKey(), accounts: [{ account, governance_agents }] }
}

export function purchase(more: JsonObject = {}, budget = 7000): JsonObject {
  return {
    idempotency_key: freshKey(),
    account,
    brand,
    plan_id: 'plan_1',
    start_time: '2027-04-01T00:00:00Z',
    end_time: '2027-06-30T23:59:59Z',
    packages: [{ product_id: 'outdoor_ctv_spring', pricing_option_id: 'cpm_standard', budget }],
    ...more,
  }
}

export function rights(more: JsonObject = {}): JsonObject {
  return {
    idempotency_key: freshKey(),
    rights_id: 'jingle_spring',
    pricing_option_id: 'flat_standard',
    buyer: brand,
    campaign: { description: 'Spring.', uses: ['commercial'] },
    revocation_webhook: {
      url: 'https://pinnacle-agency.example/revoked',
      authentication: { schemes: ['Bearer'], credentials: 'r'.repeat(40) },
    },
    plan_id: 'plan_1',
    ...more,
  }
}

export function change(buy: JsonObject, more: JsonObject): JsonObject {
  return { idempotency_key: freshKey(), account, media_buy_id: buy.media_buy_id ?? '', ...more }
}

/** A call of comply_test_controller. */
export function control(scenario: string, params: JsonObject): JsonObject {
  return { scenario, params, account: { sandbox: true } }
}

/** An activation of the one signal on offer. */
export function activation(more: JsonObject = {}): JsonObject {
  return {
    idempotency_key: freshKey(),
    account,
    signal_agent_segment_id: 'hikers_spring',
    pricing_option_id: 'flat_activation',
    destinations: [{ type: 'platform', platform: 'summit-dsp' }],
    plan_id: 'plan_1',
    ...more,
  }
}

/** A piece of creative work. */
export function creative(more: JsonObject = {}): JsonObject {
  return {
    idempotency_key: freshKey(),
    account,
    brand,
    message: 'Spring.',
    target_format_id: { agent_url: 'https://creative.adcontextprotocol.org', id: 'display_300x250' },
    plan_id: 'plan_1',
    ...more,
  }
}

/** A right that was acquired is to last until another day. */
export function extension({ rights_id = '' }: JsonObject, more: JsonObject = {}): JsonObject {
  return { idempotency_key: freshKey(), account, rights_id, end_date: '2027-09-30', plan_id: 'plan_1', ...more }
}
