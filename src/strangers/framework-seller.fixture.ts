import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { type Account, AccountBook } from './spec-seller/account-book.fixture.ts'
import { GovernanceLine } from './spec-seller/governance-line.fixture.ts'
import { manyOffers, productsOf } from './spec-seller/offers.fixture.ts'
import type { Met, Stranger } from './spec-seller/run-stranger.fixture.ts'

/** What a handler is told of the caller. */
interface Caller {
  readonly account?: Account
  readonly authInfo?: { readonly clientId?: string; readonly principal?: string }
}
type Handler = (args: JsonObject, caller: Caller) => Promise<unknown>

const load = createRequire(import.meta.url)
const framework = load('@adcp/sdk/server') as {
  serve(factory: (given: { taskStore: unknown }) => unknown, options: object): Server
  verifyApiKey(options: { keys: Readonly<Record<string, { principal: string }>> }): unknown
  createIdempotencyStore(options: object): unknown
  memoryBackend(): unknown
}
const legacy = load('@adcp/sdk/server/legacy/v5') as {
  createAdcpServer(options: object): unknown
  checkGovernance(options: object): Promise<{ approved: boolean | 'conditions' }>
  governanceDeniedError(result: unknown): unknown
}

/** Asks the governance agent of an account; what it gives back is the refusal of the purchase. */
export type Ask = (question: Question) => Promise<unknown>

interface Question {
  readonly account: Account
  readonly args: JsonObject
  readonly tool: string
  readonly planned: JsonObject
  readonly caller: string
  readonly planId: string
  readonly line: GovernanceLine
}

interface Buy {
  readonly id: string
  readonly account: Account
  readonly planId: string
  readonly args: JsonObject
  packages: readonly JsonObject[]
}

/** A seller on the official server framework; it passes tokens on and verifies none. */
export async function openFrameworkSeller({ principals, trusted }: Met, ask: Ask): Promise<Stranger> {
  const line = new GovernanceLine(trusted, 700)
  const outside = trustEverywhere(trusted)
  const shop = new Shop(ask, line)
  const keys = Object.fromEntries([...principals].map(([key, principal]) => [key, { principal }]))
  const idempotency = framework.createIdempotencyStore({ backend: framework.memoryBackend(), ttlSeconds: 86_400 })
  const server = framework.serve(
    ({ taskStore }) =>
      legacy.createAdcpServer({
        name: 'Seller on the official framework',
        version: '1.0.0',
        taskStore,
        idempotency,
        resolveIdempotencyPrincipal: nameOf,
        resolveAccount: async (reference: Json, context: Caller) => shop.book.find(reference, nameOf(context)) ?? null,
        accounts: shop.accountHandlers,
        mediaBuy: shop.mediaBuyHandlers,
        capabilities: {
          specialisms: ['sales-non-guaranteed', 'governance-aware-seller'],
          account: { requireOperatorAuth: false, supportedBilling: ['operator', 'agent'], sandbox: true },
          overrides: { experimental_features: ['governance.campaign'] },
        },
      }),
    { port: 0, authenticate: framework.verifyApiKey({ keys }), onListening: () => {} },
  )
  if (!server.listening) await new Promise((done) => server.once('listening', done))
  shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`
  return {
    url: shop.url,
    async close() {
      server.closeAllConnections()
      server.close()
      setGlobalDispatcher(outside)
      await line.close()
    },
  }
}

/** The helpers of the framework fetch as the process does. Returns what was there before. */
function trustEverywhere(ca: string) {
  const before = getGlobalDispatcher()
  setGlobalDispatcher(new Agent({ connect: { ca }, headersTimeout: 700, bodyTimeout: 700 }))
  return before
}

class Shop {
  url = ''
  readonly book = new AccountBook()
  private readonly buys: Buy[] = []

  constructor(
    private readonly ask: Ask,
    private readonly line: GovernanceLine,
  ) {}

  readonly accountHandlers: Readonly<Record<string, Handler>> = {
    syncAccounts: async ({ accounts }, caller) => ({
      accounts: objects(accounts).map((one) => this.book.declare(one, nameOf(caller))),
    }),
    listAccounts: async (_args, caller) => ({ accounts: this.book.of(nameOf(caller)).map(({ listing }) => listing) }),
    syncGovernance: async ({ accounts }, caller) => ({
      accounts: objects(accounts).map((entry) => this.register(entry, nameOf(caller))),
    }),
  }

  readonly mediaBuyHandlers: Readonly<Record<string, Handler>> = {
    getProducts: async () => ({ products: productsOf(manyOffers) }),
    createMediaBuy: async (args, { account }) =>
      account === undefined ? refusal('ACCOUNT_NOT_FOUND', 'No such account.') : await this.sell(args, account),
    updateMediaBuy: async (args, caller) => await this.change(args, nameOf(caller)),
    getMediaBuys: async ({ media_buy_ids: ids }, caller) => ({
      media_buys: this.buys
        .filter(({ account }) => account.owner === nameOf(caller))
        .filter(({ id }) => !Array.isArray(ids) || ids.includes(id))
        .map(shown),
    }),
  }

  private register({ account: reference = null, governance_agents }: JsonObject, owner: string): JsonObject {
    const account = this.book.find(reference, owner)
    const error = { code: 'ACCOUNT_NOT_FOUND', message: 'No such account.' }
    if (account === undefined) return { account: reference, status: 'failed', errors: [error] }
    account.governance = objects(governance_agents).map(({ url = '', authentication }) => ({
      url: String(url),
      credentials: String((isJsonObject(authentication) ? authentication : {}).credentials),
    }))
    return { account: reference, status: 'synced', governance_agents: account.governance.map(({ url }) => ({ url })) }
  }

  private async sell(args: JsonObject, account: Account): Promise<unknown> {
    const id = `mb-${crypto.randomUUID()}`
    const wanted = objects(args.packages).map((one, index) => ({ ...one, package_id: `${id}-${index}` }))
    const no = await this.refused({ account, args, tool: 'create_media_buy', planned: plannedFor(args, wanted) })
    if (no !== undefined) return no
    const made: Buy = { id, account, planId: String(args.plan_id), args, packages: wanted }
    this.buys.push(made)
    return {
      ...shown(made),
      ...(args.invoice_recipient !== undefined && { invoice_recipient: args.invoice_recipient }),
    }
  }

  private async change(args: JsonObject, owner: string): Promise<unknown> {
    const buy = this.buys.find(({ id, account }) => id === args.media_buy_id && account.owner === owner)
    if (buy === undefined) return refusal('MEDIA_BUY_NOT_FOUND', 'No such purchase.')
    const changes = objects(args.packages)
    const packages = buy.packages.map((one) => ({ ...one, ...changes.find((it) => it.package_id === one.package_id) }))
    const planned = plannedFor(buy.args, packages)
    const no = await this.refused({ account: buy.account, args, tool: 'update_media_buy', planned, planId: buy.planId })
    if (no !== undefined) return no
    buy.packages = packages
    return { media_buy_id: buy.id, affected_packages: buy.packages }
  }

  private async refused(about: Pick<Question, 'account' | 'args' | 'tool' | 'planned'> & { planId?: string }) {
    const { account, args } = about
    if (account.governance.length === 0) return undefined
    if (!args.governance_context) return refusal('PERMISSION_DENIED', 'A governance_context is needed.')
    const planId = about.planId ?? String(args.plan_id)
    return await this.ask({ ...about, planId, caller: this.url, line: this.line })
  }
}

/** As the specification has it: every agent, the phase, and the delivery that is planned. */
export const askBySpecification: Ask = async ({ account, args, tool, planned, caller, planId, line }) => {
  const { governance_context, invoice_recipient } = args
  const question = {
    plan_id: planId,
    caller,
    ...(governance_context !== undefined && { governance_context }),
    ...(invoice_recipient !== undefined && { invoice_recipient }),
    phase: tool === 'create_media_buy' ? 'purchase' : 'modification',
    planned_delivery: planned,
  }
  for (const agent of account.governance) {
    const { status, findings } = (await line.check(agent, question)) ?? {}
    if (status === 'denied') return refusal('GOVERNANCE_DENIED', 'Denied.', findings === undefined ? {} : { findings })
    if (status === 'conditions') return refusal('GOVERNANCE_DENIED', 'The conditions cannot be met.')
    if (status !== 'approved') return refusal('GOVERNANCE_UNAVAILABLE', 'No decision came.')
  }
  return undefined
}

/** As the documentation of the framework shows it: its own helpers, and the request of the buyer. */
export const askByDocumentation: Ask = async ({ account, args, tool, caller, planId }) => {
  const [agent] = account.governance
  if (agent === undefined) return undefined
  const { governance_context: governanceContext, ...payload } = args
  const { url: agentUrl, credentials: authToken } = agent
  try {
    const decision = await legacy.checkGovernance({
      agentUrl,
      authToken,
      planId,
      caller,
      tool,
      payload,
      governanceContext,
    })
    return decision.approved === true ? undefined : legacy.governanceDeniedError(decision)
  } catch {
    return refusal('GOVERNANCE_UNAVAILABLE', 'No decision came.')
  }
}

function refusal(code: string, message: string, details?: JsonObject) {
  const error = { code, message, recovery: 'correctable', ...(details && { details }) }
  const structuredContent = { errors: [error], adcp_error: error }
  return { content: [{ type: 'text', text: JSON.stringify(structuredContent) }], structuredContent, isError: true }
}

function plannedFor({ start_time = null, end_time = null }: JsonObject, packages: readonly JsonObject[]): JsonObject {
  const total_budget = packages.reduce((sum, { budget }) => sum + Number(budget), 0)
  return { channels: ['ctv'], start_time, end_time, total_budget, currency: 'USD' }
}

function shown({ id, args, packages }: Buy): JsonObject {
  const total_budget = packages.reduce((sum, { budget }) => sum + Number(budget), 0)
  const { start_time = null, end_time = null } = args
  const kept = packages.map(({ package_id = '', product_id = '', budget = 0 }) => ({ package_id, product_id, budget }))
  return {
    media_buy_id: id,
    status: 'pending_start',
    currency: 'USD',
    total_budget,
    start_time,
    end_time,
    packages: kept,
  }
}

function nameOf({ authInfo }: Caller): string {
  return authInfo?.clientId ?? authInfo?.principal ?? 'nobody'
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : []
}
