import { expect } from 'vitest'
import { openSchemaSet } from '../load/schemas.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'
import { signRevocationList } from '../token/sign.ts'
import { mintValid, openWorkbench, type Tampering, type TokenOrder } from '../token/workshop/index.ts'
import type { TaskResult } from './governance-agent/agent.ts'
import { type GovernanceReply, OutOfReach } from './seller/outbound.ts'
import { conformantSeller, type SellerParts } from './seller/parts.ts'
import { createSeller, type Seller, type SellerOptions } from './seller/seller.ts'
import type { GovernanceAgentEntry } from './seller/state.ts'
import { account, accounts, governance, governanceUrl, purchase } from './seller-requests.fixture.ts'

export * from './seller-requests.fixture.ts'

export const schemas = openSchemaSet('3.0.6')
let benchIds = 0
export const bench = await openWorkbench(() => `test-${++benchIds}`)
export const sellerUrl = 'https://sales.summit-tv.example/mcp'
export const secondGovernanceUrl = 'https://legal.acme.example/mcp'
export const strangerUrl = 'https://governance.stranger.example/mcp'
const origin = 'https://governance.acme.example'
const brandUrl = 'https://acmeoutdoor.example/.well-known/brand.json'
/** 1 March 2027, before every flight in the fixtures. */
export const startOfTime = Date.parse('2027-03-01T00:00:00Z')

export type ScriptedCheck = (args: JsonObject, agent: GovernanceAgentEntry) => GovernanceReply

/** A seller, the governance agent that it asks, and everything that passed between them. */
export interface SellerBed {
  readonly seller: Seller
  call(task: string, args: JsonObject, principal?: string): Promise<TaskResult>
  /** What governance answers from now on; throwing OutOfReach is silence. */
  answer(check: ScriptedCheck): void
  /** The checks that reached a governance agent, in order. */
  readonly checks: { readonly agent: GovernanceAgentEntry; readonly args: JsonObject }[]
  /** The addresses that were fetched, in order. */
  readonly fetched: string[]
  /** Documents that are published other than usual, by address. */
  readonly documents: Map<string, JsonObject>
  token(more?: Partial<TokenOrder>, tampering?: Tampering): string
  wait(milliseconds: number): void
  now(): number
}

export function approve(args: JsonObject): GovernanceReply {
  return decided(args, { status: 'approved', expires_at: '2027-03-02T00:00:00Z' })
}

export const finding = {
  category_id: 'budget',
  severity: 'critical',
  explanation: 'Ä budget over the plan.',
  confidence: 0.9,
}

export function deny(args: JsonObject): GovernanceReply {
  return decided(args, { status: 'denied', findings: [finding] })
}

export function conditions(field: string, required_value: JsonObject[string]): ScriptedCheck {
  return (args) => decided(args, { status: 'conditions', conditions: [{ field, required_value, reason: 'Plan.' }] })
}

export function silence(): never {
  throw new OutOfReach('nobody there')
}

function decided(args: JsonObject, decision: JsonObject): GovernanceReply {
  const payload = { check_id: 'check_1', plan_id: args.plan_id ?? '', explanation: 'Said so.', ...decision }
  return { payload, isError: false }
}

/** The AdCP version that a seller is made for. */
export type SellerEdition = Pick<SellerOptions, 'adcp' | 'schemas'>

export function sellerBed(parts: SellerParts = conformantSeller, edition: SellerEdition = { schemas }): SellerBed {
  let now = startOfTime
  let count = 0
  let check: ScriptedCheck = approve
  const next = (prefix: string) => `${prefix}_${++count}`
  const checks: SellerBed['checks'] = []
  const fetched: string[] = []
  const documents = new Map<string, JsonObject>()
  const seller = createSeller({
    clock: {
      now: () => now,
      async sleep(milliseconds) {
        now += milliseconds
      },
    },
    ids: { next },
    url: sellerUrl,
    ...edition,
    parts,
    brands: new Map([['buyer', brandUrl]]),
    outbound: {
      async check(agent, args) {
        checks.push({ agent, args })
        return JSON.parse(JSON.stringify(check(args, agent))) as GovernanceReply
      },
      async document(url) {
        fetched.push(url)
        if (!url.startsWith('https:') || documents.get(url)?.redirect !== undefined) throw new OutOfReach(url)
        const document = documents.get(url) ?? (await published(url, now))
        if (document === undefined) throw new OutOfReach(url)
        return document
      },
      async anyDocument(url) {
        fetched.push(url)
        const to = String(documents.get(url)?.redirect ?? url)
        const document = documents.get(to) ?? (await published(to.replace('http:', 'https:'), now))
        if (document === undefined) throw new OutOfReach(url)
        return document
      },
    },
  })
  return {
    seller,
    call: (task, args, principal = 'buyer') => seller.handle(task, args, principal),
    answer(given) {
      check = given
    },
    checks,
    fetched,
    documents,
    token(more = {}, tampering) {
      const order: TokenOrder = {
        bench,
        issuer: governanceUrl,
        audience: sellerUrl,
        planId: 'plan_1',
        phase: 'intent',
        caller: 'https://pinnacle-agency.example',
        jti: next('jti'),
        now,
        ...more,
      }
      return tampering ? tampering.mint(order) : mintValid(order)
    },
    wait(milliseconds) {
      now += milliseconds
    },
    now: () => now,
  }
}

/** The list as of some instant, signed. */
export async function revocationsAt(at: number): Promise<JsonObject> {
  const list = {
    version: 1,
    issuer: origin,
    updated: new Date(at).toISOString(),
    next_update: new Date(at + 900_000).toISOString(),
    revoked_jtis: [bench.revokedJti],
    revoked_kids: [bench.revoked.kid],
  } as const
  return { ...(await signRevocationList(list, bench.own)) } as JsonObject
}

async function published(url: string, now: number): Promise<JsonObject | undefined> {
  switch (url) {
    case brandUrl:
      return {
        agents: [
          { type: 'governance', url: governanceUrl },
          { type: 'sales', url: sellerUrl },
        ],
      }
    case `${origin}/.well-known/jwks.json`:
    case 'https://governance.stranger.example/.well-known/jwks.json':
      return { keys: bench.published }
    case `${origin}/.well-known/governance-revocations.json`:
      return await revocationsAt(now)
    // The stranger has a brand of its own, which speaks for it.
    case 'https://governance.stranger.example/.well-known/brand.json':
      return { agents: [{ type: 'governance', url: strangerUrl }] }
    default:
      return undefined
  }
}

/** A bed with the account set up, governed unless told otherwise. */
export async function governedBed(parts?: SellerParts, ...agents: readonly JsonObject[]): Promise<SellerBed> {
  const bed = sellerBed(parts)
  await bed.call('sync_accounts', accounts())
  await bed.call('sync_governance', governance(...agents))
  return bed
}

/** The errors of a reply by the official response schema. */
export async function schemaErrors(task: string, { payload }: TaskResult): Promise<readonly string[]> {
  const schema = await schemas.load(schemas.task(task)?.response ?? '')
  return (schema?.validate(payload) ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The code of the error that a call was answered with; undefined for a success. */
export function codeOf({ payload }: TaskResult): unknown {
  return isJsonObject(payload.adcp_error) ? payload.adcp_error.code : undefined
}

/** The payload of a call that must succeed by the official schema. */
export async function valid(bed: SellerBed, task: string, args: JsonObject, principal?: string): Promise<JsonObject> {
  const result = await bed.call(task, args, principal)
  expect({
    task,
    isError: result.isError,
    errors: await schemaErrors(task, result),
    payload: result.payload,
  }).toMatchObject({ task, isError: false, errors: [] })
  return result.payload
}

/** A governed purchase that is made. */
export async function bought(bed: SellerBed, more: JsonObject = {}): Promise<JsonObject> {
  return await valid(bed, 'create_media_buy', purchase({ governance_context: bed.token(), ...more }))
}

/** What can be read back. */
export async function buys(bed: SellerBed): Promise<readonly JsonObject[]> {
  return (await valid(bed, 'get_media_buys', { account })).media_buys as readonly JsonObject[]
}
