import { compactVerify, createLocalJWKSet, decodeJwt, decodeProtectedHeader } from 'jose'
import type { JsonObject } from '../../model/json.ts'
import { planHash } from '../../token/plan-hash.ts'
import { buyer, execution, intent, issuer, keys, plan, seller, sync, type TestBed } from '../agent.fixture.ts'
import type { AgentParts } from '../governance-agent/parts.ts'
import { ask, bed, type Probe } from './probe-bed.fixture.ts'

const terms = { approved_sellers: [seller], ext: { acme: { trace: 1 } } }
const trusted = createLocalJWKSet({ keys: [keys.publicJwk] })

async function intentReply(on: TestBed): Promise<JsonObject> {
  return await ask(on, intent(100))
}

async function executionReply(on: TestBed): Promise<JsonObject> {
  return await ask(on, execution((await intentReply(on)).governance_context as string, { total_budget: 100 }))
}

/** The claims of a token; {} for one that is no JWS. */
function claimsOf({ governance_context: token }: JsonObject): JsonObject {
  try {
    return decodeJwt(String(token)) as JsonObject
  } catch {
    return {}
  }
}

const claim =
  (read: (claims: JsonObject, reply: JsonObject) => unknown, reply = intentReply): Probe =>
  async (parts) => {
    const answer = await reply(await bed(parts, terms))
    return read(claimsOf(answer), answer)
  }

const header =
  (name: 'alg' | 'typ'): Probe =>
  async (parts) => {
    try {
      return decodeProtectedHeader(String((await intentReply(await bed(parts, terms))).governance_context))[name]
    } catch {
      return 'no header'
    }
  }

async function twice(parts: AgentParts): Promise<readonly JsonObject[]> {
  const on = await bed(parts, terms)
  const first = claimsOf(await intentReply(on))
  await on.call('sync_plans', sync(plan({ ...terms, objectives: 'Another launch.' })))
  return [first, claimsOf(await intentReply(on))]
}

/** What stands in a governance context. */
export const tokenProbes: Readonly<Record<string, Probe>> = {
  'token verifies': async (parts) => {
    const { governance_context: token } = await intentReply(await bed(parts, terms))
    return await compactVerify(String(token), trusted).then(
      () => true,
      () => false,
    )
  },
  'token alg': header('alg'),
  'token typ': header('typ'),
  'token iss': claim(({ iss }) => iss === issuer),
  'token sub': claim(({ sub }) => sub),
  'token aud': claim(({ aud }) => aud === seller),
  'token life of an intent': claim(({ exp, iat }) => Number(exp) - Number(iat)),
  'token life of an execution': claim(({ exp, iat }) => Number(exp) - Number(iat), executionReply),
  'token phase': claim(({ phase }) => phase),
  'token phase of an execution': claim(({ phase }) => phase, executionReply),
  'token caller': claim(({ caller }) => caller === buyer),
  'token check': claim(({ check_id }, reply) => check_id === reply.check_id),
  'token purchase of an intent': claim((claims) => 'media_buy_id' in claims),
  'token purchase of an execution': claim((claims) => 'media_buy_id' in claims, executionReply),
  'token policies': claim((claims) => 'policy_decisions' in claims),
  'token plan hash': claim(({ plan_hash }) => plan_hash === planHash(plan(terms))),
  'token id is new': async (parts) => new Set((await twice(parts)).map(({ jti }) => jti)).size,
  'token plan hash is new': async (parts) => new Set((await twice(parts)).map(({ plan_hash }) => plan_hash)).size,
}
