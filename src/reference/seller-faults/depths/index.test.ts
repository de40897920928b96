import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../model/json.ts'
import { signRevocationList } from '../../../token/sign.ts'
import { iso } from '../../governance-agent/instant.ts'
import { conformantSeller, type SellerParts } from '../../seller/parts.ts'
import {
  account,
  agent,
  approve,
  bench,
  codeOf,
  deny,
  finding,
  freshKey,
  governance,
  governanceUrl,
  governedBed,
  type ScriptedCheck,
  type SellerBed,
  secondGovernanceUrl,
  silence,
} from '../../seller.fixture.ts'
import { askedOf, buy, buyWhen, change, made, tampered } from '../probe-acts.fixture.ts'
import { depthFaults } from './index.ts'

const item = { product_id: 'outdoor_ctv_spring', pricing_option_id: 'cpm_standard', budget: 7000 }
const invoice_recipient = { legal_name: 'Acme Outdoor' }

/** All that is asked of a seller here, and what can be seen of it from outside. */
const tour = { registrations, denials, conditions, questions, changes, tokens }

async function registrations(bed: SellerBed): Promise<unknown> {
  const { idempotency_key: key = '', ...first } = governance(agent(secondGovernanceUrl))
  const [entry] = first.accounts as readonly JsonObject[]
  const answers = [
    await bed.call('sync_governance', { idempotency_key: key, ...first }),
    await bed.call('sync_governance', { accounts: [reversed(entry ?? {})], idempotency_key: key }),
    await bed.call('sync_governance', { ...governance(withCredential(40, 'd')), idempotency_key: key }),
    await bed.call('sync_governance', {
      ...governance(withCredential(40, 'd', secondGovernanceUrl)),
      idempotency_key: key,
    }),
    await bed.call('sync_governance', { idempotency_key: key, ...first }, 'stranger'),
    await bed.call('sync_governance', governance(withCredential(31, 'c'))),
    await bed.call('sync_governance', twoRegistrations()),
  ]
  await buy(bed)
  return [answers.map(({ payload }) => payload), askedOf(bed)]
}

async function denials(bed: SellerBed): Promise<unknown> {
  const several = [finding, { ...finding, explanation: 'And no fitting channel.' }]
  const { payload } = await buyWhen(denied(several), bed)
  const mild = codeOf(await buyWhen(denied([{ ...finding, severity: 'warning' }]), bed))
  const idempotency_key = freshKey()
  bed.answer(deny)
  const tries = [await buy(bed, { idempotency_key }), await buy(bed, { idempotency_key })].map(codeOf)
  return [payload, mild, tries, (await made(bed)).length]
}

async function conditions(bed: SellerBed): Promise<unknown> {
  const abroad = { field: 'planned_delivery.geo.countries', required_value: ['CA'], reason: 'Plan.' }
  const channel = { field: 'planned_delivery.channels', required_value: ['display'], reason: 'Plan.' }
  const cheaper = { field: 'planned_delivery.total_budget', required_value: 10, reason: 'Plan.' }
  const first = await buyWhen(once([abroad, channel]), bed)
  const second = await buyWhen(once([cheaper]), bed)
  return [first.payload.planned_delivery, codeOf(second), bed.checks.map(({ args }) => args.planned_delivery)]
}

async function questions(bed: SellerBed): Promise<unknown> {
  const bought = await buy(bed)
  const raised = await change(bed, bought, { ...(await more(bed)), invoice_recipient, governance_context: bed.token() })
  const added = await change(bed, bought, { new_packages: [item], governance_context: bed.token() })
  const later = await change(bed, bought, { end_time: '2027-07-31T00:00:00Z', governance_context: bed.token() })
  return [
    [raised, added, later].map(codeOf),
    bed.checks.map(({ args: { governance_context: _token, ...rest } }) => rest),
  ]
}

async function changes(bed: SellerBed): Promise<unknown> {
  const bought = await buy(bed)
  const codes: unknown[] = []
  for (const answer of [always([{ field: 'planned_delivery.total_budget', reason: 'Plan.' }]), silence]) {
    bed.answer(answer)
    codes.push(codeOf(await change(bed, bought, { ...(await more(bed)), governance_context: bed.token() })))
  }
  const other = { ...account, operator: 'harbour-desk.example' }
  await bed.call('sync_accounts', { idempotency_key: freshKey(), accounts: [{ ...other, billing: 'operator' }] })
  const free = await buy(bed, { account: other, governance_context: undefined as unknown as Json })
  return [...codes, codeOf(await change(bed, free, { account: other, end_time: '2027-07-31T00:00:00Z' }))]
}

async function tokens(bed: SellerBed): Promise<unknown> {
  const bought = await buy(bed)
  const empty = codeOf(await buy(bed, { governance_context: '' }))
  const flaws = ['other-audience', 'other-plan', 'issued-in-the-future', 'revoked-jti', 'expired']
  const codes: unknown[] = []
  for (const flaw of flaws) {
    const raised = { packages: [{ package_id: await firstPackage(bed), budget: 9000 + codes.length }] }
    codes.push(codeOf(await change(bed, bought, { ...raised, ...tampered(bed, flaw) })))
  }
  codes.push(await underForgedDocuments(bed))
  const worn = bed.token({ phase: 'purchase' })
  bed.wait(40 * 86_400_000)
  await buy(bed, tampered(bed, 'other-audience'))
  return [empty, codes, codeOf(await buy(bed, { governance_context: worn })), (await made(bed)).length]
}

/** A list that somebody else signed, and keys that are somewhere else. */
async function underForgedDocuments(bed: SellerBed): Promise<readonly unknown[]> {
  const origin = new URL(governanceUrl).origin
  const list = `${origin}/.well-known/governance-revocations.json`
  bed.documents.set(list, await emptyListBy(bench.foreign, origin, bed.now()))
  const revoked = codeOf(await buy(bed, tampered(bed, 'revoked-jti', { phase: 'purchase' })))
  bed.documents.clear()
  bed.wait(60 * 60_000)
  bed.documents.set(`${origin}/.well-known/jwks.json`, { redirect: `${origin}/.well-known/moved-jwks.json` })
  bed.documents.set(`${origin}/.well-known/moved-jwks.json`, { keys: bench.published })
  const moved = codeOf(await buy(bed))
  bed.documents.clear()
  return [revoked, moved]
}

async function emptyListBy(keys: typeof bench.own, issuer: string, now: number): Promise<JsonObject> {
  const list = { version: 1, issuer, updated: iso(now), next_update: iso(now + 900_000) } as const
  const signed = await signRevocationList({ ...list, revoked_jtis: [], revoked_kids: [] }, keys)
  return JSON.parse(JSON.stringify(signed)) as JsonObject
}

async function seen(parts: () => SellerParts): Promise<unknown> {
  const all: Record<string, unknown> = {}
  for (const [name, walk] of Object.entries(tour)) all[name] = await walk(await governedBed(parts()))
  return JSON.parse(JSON.stringify(all).replaceAll(/seller-idempotency-key-\d+/g, 'key'))
}

describe('faults in the second of something', () => {
  it('has no id twice', () => {
    expect(new Set(depthFaults.map(({ id }) => id)).size).toBe(depthFaults.length)
  })
  it('a sound seller is seen the same each time', async () => {
    expect(await seen(() => conformantSeller)).toEqual(await seen(() => conformantSeller))
  })
  it.each(depthFaults)('$id is seen', async ({ break: broken }) => {
    expect(await seen(() => broken(conformantSeller))).not.toEqual(await seen(() => conformantSeller))
  })
})

function withCredential(length: number, letter: string, url?: string): JsonObject {
  return agent(url, { authentication: { schemes: ['Bearer'], credentials: letter.repeat(length) } })
}

/** The second is for an address without encryption. */
function twoRegistrations(): JsonObject {
  const agents = [agent(), agent('http://governance.acme.example/mcp')]
  return { idempotency_key: freshKey(), accounts: agents.map((one) => ({ account, governance_agents: [one] })) }
}

function reversed(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).toReversed())
}

function denied(findings: readonly JsonObject[]): ScriptedCheck {
  return (args) => {
    const { payload, isError } = deny(args)
    return { payload: { ...payload, findings }, isError }
  }
}

function always(asked: readonly JsonObject[]): ScriptedCheck {
  return (args) => {
    const { payload } = approve(args)
    return { payload: { ...payload, status: 'conditions', conditions: asked }, isError: false }
  }
}

/** Conditions for the first question, an approval of all others. */
function once(asked: readonly JsonObject[]): ScriptedCheck {
  let isFirst = true
  return (args, whom) => {
    const answer = isFirst ? always(asked) : approve
    isFirst = false
    return answer(args, whom)
  }
}

async function firstPackage(bed: SellerBed): Promise<Json> {
  const [first] = await made(bed)
  const [one] = (first?.packages ?? []) as readonly JsonObject[]
  return one?.package_id ?? ''
}

async function more(bed: SellerBed): Promise<JsonObject> {
  return { packages: [{ package_id: await firstPackage(bed), budget: 9000 }] }
}
