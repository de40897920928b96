import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import { replayTtlSeconds } from './idempotency.ts'

/** The AdCP major version that this seller speaks. */
export const majorVersion = 3

/** get_adcp_capabilities: what this seller does at an AdCP version, and nothing that it does not. */
export function capabilities({ line }: Pick<AdcpVersion, 'line'>): JsonObject {
  const at3_0 = line === '3.0'
  return {
    adcp: {
      major_versions: [majorVersion],
      ...(!at3_0 && { supported_versions: [line] }),
      idempotency: { supported: true, replay_ttl_seconds: replayTtlSeconds },
    },
    supported_protocols: ['media_buy', 'brand', 'signals'],
    account: { supported_billing: ['operator', 'agent', 'advertiser'], sandbox: true },
    media_buy: { supported_pricing_models: ['cpm'], ...(!at3_0 && { governance_aware: true }) },
    compliance_testing: { scenarios: ['force_media_buy_status', 'simulate_delivery', 'simulate_budget_spend'] },
    specialisms: ['governance-aware-seller', 'sales-non-guaranteed'],
    experimental_features: ['governance.campaign', 'brand.rights_lifecycle'],
  }
}
