import type { JsonObject } from './json.ts'

/** The reply of comply_test_controller to query_upstream_traffic; or why there is none. */
export type UpstreamTraffic =
  | { readonly status: 'told'; readonly payload: JsonObject }
  /** The agent has no such controller, or its controller does not know the scenario. */
  | { readonly status: 'not_offered'; readonly note: string }
  | { readonly status: 'failed'; readonly note: string }
