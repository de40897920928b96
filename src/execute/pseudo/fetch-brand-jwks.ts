import { fault, held, unproven } from './found.ts'
import { blockedBy, type PseudoTask } from './pseudo-task.ts'

const task = 'fetch_brand_jwks'
const description = "The agent's brand.json leads to its key set"

/** Follows the way from the agent to its signing keys (webhook_emission, signing_keys_published). */
export const fetchBrandJwks: PseudoTask = {
  task,
  async perform(_planned, { run }) {
    if (!run.probes) return blockedBy('unsupported', 'this run fetches no keys')
    const { problem, brandUrl, jwksUrl } = await run.probes.signingKeys()
    if (problem === undefined) return { kind: 'performed', found: [held(task, description)] }
    const { code, detail, outOfReach } = problem
    if (outOfReach) return { kind: 'performed', found: [unproven(code, description, 'missing_keys', detail)] }
    const mode = code === 'jwks_unreachable' ? 'agents_jwks_uri_missing' : code
    const actual = { brand_json: brandUrl, jwks: jwksUrl ?? null }
    return {
      kind: 'performed',
      found: [
        fault(mode, { description, message: detail, expected: 'a key set, at the jwks_uri of an agent', actual }),
      ],
    }
  },
}
