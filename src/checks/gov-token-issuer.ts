import { KeysOutOfReach } from '../errors.ts'
import type { Check, Evidence } from '../model/check.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { governanceAgentsIn } from '../token/brand-agents.ts'
import { tokenFailure, withToken } from './carried-token.ts'
import { kitRemedy, tried } from './published-key-set.ts'

export const govTokenIssuer: Check<'gov_token_issuer', JsonObject> = {
  kind: 'gov_token_issuer',
  summary:
    'The issuer of the token is the https address, byte for byte, under which the brand lists its governance agent.',
  params: { type: 'object', properties: {} },
  needs: ['keys'],
  evaluate(_params, evidence) {
    return withToken(evidence, ({ claims: { iss } }) => {
      if (!isHttps(iss)) return tokenFailure(evidence, 'the issuer (iss) is no https address', 'an https address', iss)
      const listed = listedAgents(evidence)
      if (listed.includes(iss)) return { status: 'passed' }
      return tokenFailure(evidence, 'the issuer (iss) is not the agent that the brand lists', listed, iss)
    })
  },
}

function isHttps(iss: Json | undefined): iss is string {
  return typeof iss === 'string' && iss.startsWith('https://') && URL.canParse(iss)
}

/** @throws KeysOutOfReach when nobody says which agent the brand lists */
function listedAgents({ keys }: Evidence): readonly Json[] {
  if (keys?.issuer !== undefined) return [keys.issuer]
  const documents = keys?.brand ?? []
  const listed = documents.flatMap(({ body }) => governanceAgentsIn(body).map(({ url }) => url ?? null))
  if (listed.length > 0) return listed
  const why = `no brand.json that names a governance agent was found${tried(documents)}`
  throw new KeysOutOfReach(
    `${why}: give the listed address as governance.agent.issuer in the test kit, or ${kitRemedy('brand_url')}`,
  )
}
