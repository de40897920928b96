import type { JsonObject } from '../../model/json.ts'
import type { Habits } from './habits.fixture.ts'

const always = [
  'get_adcp_capabilities',
  'get_products',
  'list_accounts',
  'sync_governance',
  'create_media_buy',
  'update_media_buy',
  'get_media_buys',
  'get_media_buy_delivery',
]

/** The tasks that it offers. */
export function toolsOf({ accounts, purchases }: Habits): readonly string[] {
  return [
    ...always,
    ...(accounts === 'declared' ? ['sync_accounts'] : []),
    ...(purchases === 'taken_on' ? ['tasks_get'] : []),
  ]
}

/** What it says of itself. */
export function capabilitiesOf({ accounts, release }: Habits): JsonObject {
  const declared = accounts === 'declared'
  const at3_1 = release === '3.1'
  return {
    adcp: {
      major_versions: [3],
      ...(at3_1 && { supported_versions: ['3.1'] }),
      idempotency: { supported: true, replay_ttl_seconds: 172_800 },
    },
    supported_protocols: ['media_buy'],
    specialisms: ['sales-non-guaranteed', 'governance-aware-seller'],
    experimental_features: ['governance.campaign'],
    account: { require_operator_auth: !declared, supported_billing: ['operator', 'agent'], sandbox: declared },
    media_buy: {
      ...(at3_1 && { governance_aware: true }),
      portfolio: { publisher_domains: ['harbour-video.example'] },
    },
    last_updated: '2027-01-04T09:30:00+01:00',
  }
}
