import { createLocalJWKSet, flattenedVerify, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { signRevocationList } from '../../token/sign.ts'
import {
  audit,
  buyer,
  execution,
  intent,
  otherSeller,
  outcome,
  plan,
  schemaErrors,
  seller,
  sync,
  type TestBed,
  testBed,
} from '../agent.fixture.ts'
import type { TaskResult } from '../governance-agent/agent.ts'
import { type AgentParts, conformantParts } from '../governance-agent/parts.ts'
import { es256Tokens } from './es256-tokens.ts'
import { eventStream } from './event-stream.ts'
import { type Variant, variants } from './index.ts'
import { unhurried } from './unhurried.ts'

const all: readonly Variant[] = variants
const policy = { policy_id: 'po', enforcement: 'must', policy: 'Every buy must set `po_number`.' }
const context = { trace: { b: 1, a: '2027-01-01T00:00:00.000Z' } }

type Step = readonly [task: string, args: (bought: JsonObject) => JsonObject, principal?: string]

/** A conversation in which every choice that a variant makes comes up. */
const conversation: readonly Step[] = [
  ['get_adcp_capabilities', () => ({ context })],
  ['sync_plans', () => sync(plan({ approved_sellers: [seller], custom_policies: [policy] }))],
  ['sync_plans', () => sync({ plan_id: 'plan_2' })],
  ['sync_plans', () => sync(plan({ plan_id: 'plan_3', human_review_required: true }))],
  ['check_governance', () => ({ ...intent(60000, {}, { po_number: 'PO-1' }), context })],
  ['check_governance', () => ({ ...intent(60000), caller: buyer })],
  ['check_governance', () => intent(90000, {}, { po_number: 'PO-1' })],
  ['check_governance', () => intent(1, { plan_id: 'plan_3' })],
  ['report_plan_outcome', (bought) => outcome(bought, 60000)],
  ['check_governance', (bought) => execution(bought.governance_context as string, {}, { caller: otherSeller })],
  ['sync_plans', () => sync(plan({ budget: { total: 50000, currency: 'USD', reallocation_unlimited: true } }))],
  ['check_governance', () => intent(1)],
  ['get_plan_audit_logs', () => audit()],
  ['sync_plans', () => sync(plan({ plan_id: 'plan_4' }), plan({ plan_id: 'plan_5' }))],
  ['check_governance', () => intent(1, { plan_id: 'plan_4' }, { total_budget: { amount: 2, currency: 'USD' } })],
  ['check_governance', () => intent([], { plan_id: 'plan_4' }, { total_budget: { amount: 70000, currency: 'KWD' } })],
]

async function converse(parts: AgentParts): Promise<readonly TaskResult[]> {
  const bed = testBed(parts)
  let bought: JsonObject = {}
  const replies: TaskResult[] = []
  for (const [task, args, principal] of conversation) {
    const reply = await bed.call(task, args(bought), principal)
    if (reply.payload.governance_context !== undefined && bought.check_id === undefined) bought = reply.payload
    replies.push(reply)
  }
  return replies
}

const ours = await converse(conformantParts)

it('the same agent says the same twice', async () => {
  expect(await converse(conformantParts)).toEqual(ours)
})

describe('a variant is another agent, and as valid', () => {
  const vocal = all.filter(({ id, vary }) => vary && id !== unhurried.id)
  it.each(vocal)('$id', async ({ vary }) => {
    const theirs = await converse(vary?.(conformantParts) ?? conformantParts)
    expect(JSON.stringify(theirs)).not.toBe(JSON.stringify(ours))
    for (const [at, reply] of theirs.entries()) {
      if (!isJsonObject(reply.payload) || reply.payload.status === 'working') continue
      expect(await schemaErrors(conversation[at]?.[0] ?? '', reply)).toEqual([])
    }
    expect(theirs[0]?.payload.context).toEqual(context)
  })
})

it('the unhurried one takes its time', async () => {
  const bed: TestBed = testBed(unhurried.vary(conformantParts))
  const before = bed.now()
  await bed.call('get_adcp_capabilities', {})
  expect(bed.now() - before).toBe(50)
})

it('ES256 tokens and lists verify with the key that is published', async () => {
  const made = await es256Tokens.keys('es')
  const trusted = createLocalJWKSet({ keys: [made.publicJwk] })
  const token = await conformantParts.signToken({ sub: 'plan_1' }, conformantParts.tokenHeader(made), made)
  const { payload, protectedHeader } = await jwtVerify(token, trusted)
  expect([payload, protectedHeader]).toEqual([{ sub: 'plan_1' }, { alg: 'ES256', typ: 'adcp-gov+jws', kid: 'es' }])
  const list = {
    version: 1,
    issuer: 'https://a.example',
    updated: '',
    next_update: '',
    revoked_jtis: [],
    revoked_kids: [],
  }
  const signed = await signRevocationList({ ...list, version: 1 }, made)
  expect((await flattenedVerify(signed, trusted)).protectedHeader?.alg).toBe('ES256')
})

describe('a variant on the wire', () => {
  const result: TaskResult = { payload: { plans: [] }, isError: false }
  const error: TaskResult = { payload: { adcp_error: { code: 'X', message: 'Y' } }, isError: true }
  const wires = all.flatMap(({ id, wire }) => (wire?.toolResult ? [[id, wire.toolResult] as const] : []))

  it.each(wires)('%s carries results and errors', (_id, toolResult) => {
    expect(JSON.stringify(toolResult(result))).toContain('plans')
    expect(JSON.stringify(toolResult(error))).toContain('adcp_error')
    expect(toolResult(error).isError).toBe(true)
  })

  it('leaves nothing out that it does not mean to', () => {
    expect(Object.fromEntries(wires.map(([id, toolResult]) => [id, Object.keys(toolResult(result)).sort()]))).toEqual({
      'text-only': ['content', 'isError'],
      'structured-only': ['content', 'isError', 'structuredContent'],
      'in-an-envelope': ['content', 'isError', 'structuredContent'],
    })
    expect(eventStream.wire).toEqual({ eventStream: true })
  })
})

describe('the list of variants', () => {
  it('has an id of its own and a sentence for each', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, title } of all) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(title).toMatch(/^[A-Z].*\.$/)
    }
  })
})
