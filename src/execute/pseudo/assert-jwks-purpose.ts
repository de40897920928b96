import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { webhookSigning } from '../../signatures/profile.ts'
import { fault, held } from './found.ts'
import { blockedBy, type PseudoTask } from './pseudo-task.ts'

const task = 'assert_jwks_purpose'
const description = 'A published key may sign webhooks'

/** Looks for a key that may sign webhooks among those that the agent publishes (webhook_emission, signing_keys_published). */
export const assertJwksPurpose: PseudoTask = {
  task,
  async perform(_planned, { run }) {
    if (!run.probes) return blockedBy('unsupported', 'this run fetches no keys')
    const { keys, problem } = await run.probes.signingKeys()
    if (problem?.outOfReach) return blockedBy('missing_keys', problem.detail)
    return { kind: 'performed', found: [graded(keys, webhookSigning(run.adcp.line).purposes, problem?.detail)] }
  },
}

function graded(keys: readonly Json[], purposes: readonly string[], why = 'the key set is empty'): ValidationResult {
  const published = keys.filter(isJsonObject)
  if (published.length === 0) return wrong('unpublished', why, purposes, [])
  const meant = published.filter(({ adcp_use }) => typeof adcp_use === 'string' && purposes.includes(adcp_use))
  const uses = published.map(({ kid, adcp_use }) => ({ kid: kid ?? null, adcp_use: adcp_use ?? null }))
  if (meant.length === 0) return wrong('wrong_purpose', 'no key has a purpose that covers webhooks', purposes, uses)
  return meant.every(isRevoked)
    ? wrong('all_revoked', 'every key that covers webhooks is revoked', purposes, uses)
    : held(task, description)
}

function wrong(what: string, message: string, purposes: readonly string[], actual: Json): ValidationResult {
  return fault(`webhook_signing_keys_${what}`, {
    description,
    message,
    expected: `a key with adcp_use ${purposes.join(' or ')}`,
    actual,
    pointer: '/keys',
  })
}

/** The ways in which key sets mark a key that is not to be used any more. */
function isRevoked({ revoked, revoked_at, status }: JsonObject): boolean {
  return revoked === true || typeof revoked_at === 'string' || status === 'revoked'
}
