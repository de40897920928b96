import type { Probes } from '../execute/pseudo/probes.ts'
import { WebhookVerifier } from '../execute/pseudo/webhook-verifier.ts'
import { readPath } from '../json/path.ts'
import type { SigningKeys } from '../keys/signing-keys.ts'
import type { Vectors } from '../load/vectors.ts'
import type { AdcpVersion } from '../model/adcp-version.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { PlainConnection } from './plain-connection.ts'

/** Bytes and milliseconds, where a step has no limits of its own. */
const limits = { bytes: 256 * 1024, timeoutMs: 10_000 }
/** Milliseconds between two looks at the keys (security, JWKS discovery). */
const refetchAfter = 30_000

export interface ProbeSetting {
  readonly plain: PlainConnection
  readonly agent: AgentProfile
  readonly adcp: AdcpVersion
  readonly vectors: Vectors | undefined
  readonly clock: { now(): number }
  readonly signal: AbortSignal
}

/** What steps that are no AdCP task may ask of the world in this run. */
export function probesFor({ plain, agent, adcp, vectors, clock, signal }: ProbeSetting): Probes {
  const declared = readPath(agent.capabilities, 'identity.brand_json_url')
  const question = typeof declared === 'string' ? { brandJsonUrl: declared } : {}
  let known: { readonly keys: Promise<SigningKeys>; readonly at: number } | undefined
  const signingKeys = (again = false) => {
    const old = known !== undefined && again && clock.now() - known.at > refetchAfter
    if (known === undefined || old) known = { keys: plain.signingKeys(question, signal), at: clock.now() }
    return known.keys
  }
  return {
    send: (request) => plain.send({ limits, ...request }, signal),
    credentials: () => plain.credentials(signal),
    signingKeys,
    vector: async (path) => await vectors?.read(path),
    webhooks: new WebhookVerifier(adcp.line, signingKeys),
  }
}
