import { assertContribution } from './assert-contribution.ts'
import { assertJwksPurpose } from './assert-jwks-purpose.ts'
import { expectRateLimitNotReplayed } from './expect-rate-limit-not-replayed.ts'
import { expectSubstitutionSafe } from './expect-substitution-safe.ts'
import { expectWebhook } from './expect-webhook.ts'
import { expectWebhookRetryKeysStable } from './expect-webhook-retry-keys-stable.ts'
import { expectWebhookSignatureValid } from './expect-webhook-signature-valid.ts'
import { fetchBrandJwks } from './fetch-brand-jwks.ts'
import { oauthAuthServerMetadata } from './oauth-auth-server-metadata.ts'
import { protectedResourceMetadata } from './protected-resource-metadata.ts'
import type { PseudoTask } from './pseudo-task.ts'
import { replayWebhookVector } from './replay-webhook-vector.ts'
import { requestSigningProbe } from './request-signing-probe.ts'

/** The steps that are no AdCP task, in reading order. */
export const pseudoTasks: readonly PseudoTask[] = [
  expectWebhook,
  expectWebhookRetryKeysStable,
  expectWebhookSignatureValid,
  replayWebhookVector,
  fetchBrandJwks,
  assertJwksPurpose,
  requestSigningProbe,
  protectedResourceMetadata,
  oauthAuthServerMetadata,
  expectSubstitutionSafe,
  expectRateLimitNotReplayed,
  assertContribution,
]

const byTask = new Map(pseudoTasks.map((pseudo) => [pseudo.task, pseudo]))

export function findPseudoTask(task: string): PseudoTask | undefined {
  return byTask.get(task)
}
