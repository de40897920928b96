import type { JsonObject } from '../../model/json.ts'
import { aggregationWindowDays } from './facts.ts'
import { replayTtlSeconds } from './idempotency.ts'

/** The AdCP major version that this agent speaks. */
export const majorVersion = 3

/** get_adcp_capabilities: what this agent does, and nothing that it does not. */
export function capabilities(): JsonObject {
  return {
    status: 'completed',
    adcp: {
      major_versions: [majorVersion],
      idempotency: { supported: true, replay_ttl_seconds: replayTtlSeconds },
    },
    supported_protocols: ['governance'],
    specialisms: ['governance-spend-authority', 'governance-delivery-monitor'],
    experimental_features: ['governance.campaign'],
    governance: { aggregation_window_days: aggregationWindowDays },
  }
}
