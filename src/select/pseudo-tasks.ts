import { peerTool } from './peer-tasks.ts'

/** Steps that are no AdCP task: the runner waits, probes or asserts, and no tool of the agent is called by that name. */
export const pseudoTasks = [
  'assert_contribution',
  'protected_resource_metadata',
  'oauth_auth_server_metadata',
  'request_signing_probe',
  'expect_webhook',
  'expect_webhook_retry_keys_stable',
  'expect_webhook_signature_valid',
  'expect_substitution_safe',
  'expect_rate_limit_not_replayed',
  'replay_webhook_vector',
  'fetch_brand_jwks',
  'assert_jwks_purpose',
] as const

const names: ReadonlySet<string> = new Set(pseudoTasks)

export function isPseudoTask(task: string): boolean {
  return names.has(task) || peerTool(task) !== undefined
}
