import type { JsonObject } from '../../model/json.ts'
import { type Account, AccountBook } from './account-book.fixture.ts'
import { capabilitiesOf, toolsOf } from './capabilities.fixture.ts'
import type { GovernanceLine } from './governance-line.fixture.ts'
import type { Habits } from './habits.fixture.ts'
import type { Answer, Tools } from './mcp-server.fixture.ts'
import { type Offer, productsOf } from './offers.fixture.ts'
import { type Buy, deliveryOf, shown, type Wanted } from './orders.fixture.ts'
import { atRelease, type Release } from './release.fixture.ts'
import { Replays } from './replays.fixture.ts'
import { agentProblem, moment, objects, refusal, refusalOf, registeredOf, unauthorised } from './replies.fixture.ts'
import { TaskDesk } from './task-desk.fixture.ts'
import { TokenDesk } from './token-desk.fixture.ts'

export interface SpecSellerOptions {
  readonly habits: Habits
  /** Names of buyers by their credentials. */
  readonly principals: ReadonlyMap<string, string>
  /** The brand.json of a buyer. */
  readonly brandOf: (principal: string) => string | undefined
  /** The certificate that it trusts, PEM. */
  readonly trusted: string
}

/** Written from the specification alone, with habits that are not those of the reference seller. */
export class SpecSeller implements Tools {
  readonly names: readonly string[]
  private readonly book = new AccountBook()
  private readonly buys: Buy[] = []
  private readonly replays = new Replays()
  private readonly tasks = new TaskDesk()
  private readonly desk: TokenDesk

  constructor(
    private readonly options: SpecSellerOptions,
    private readonly url: string,
    private readonly line: GovernanceLine,
  ) {
    this.desk = new TokenDesk(line, url, options.brandOf, options.habits.keepsNothing)
    const { accounts } = options.habits
    this.names = toolsOf(options.habits)
    if (accounts === 'given')
      for (const owner of options.principals.values())
        for (const name of ['governed', 'free']) this.book.open(`hv-${owner}-${name}`, owner)
  }

  async call(tool: string, args: JsonObject, principal: string): Promise<Answer> {
    const { idempotency_key: key, context, ...rest } = args
    const mutating = /^(sync|create|update)_/.test(tool)
    const perform = async () => this.told(tool, await this.perform(tool, rest, principal))
    const answer = mutating ? await this.replays.once(`${principal} ${tool} ${key}`, rest, perform) : await perform()
    return context === undefined ? answer : { ...answer, payload: { ...answer.payload, context } }
  }

  private told(tool: string, answer: Answer): Answer {
    return atRelease(this.release, tool, answer)
  }

  private get release(): Release {
    return this.options.habits.release ?? '3.0'
  }

  private async perform(tool: string, args: JsonObject, principal: string): Promise<Answer> {
    switch (tool) {
      case 'get_adcp_capabilities':
        return { payload: capabilitiesOf(this.options.habits) }
      case 'get_products':
        return { payload: { products: [...productsOf(this.shownOffers())], ext: { harbour: { page: 1 } } } }
      case 'sync_accounts':
        return { payload: { accounts: objects(args.accounts).map((one) => this.book.declare(one, principal)) } }
      case 'list_accounts':
        return {
          payload: {
            accounts: this.book.of(principal).map(({ listing, governance }) => ({
              ...listing,
              governance_agents: governance.map(({ url }) => ({ url })),
            })),
          },
        }
      case 'sync_governance':
        return this.register(args, principal)
      case 'create_media_buy':
        return this.options.habits.purchases === 'answered'
          ? await this.buy(args, principal)
          : this.tasks.takeOn(this.buy(args, principal).then((answer) => this.told(tool, answer)))
      case 'tasks_get':
        return this.tasks.stateOf(String(args.task_id))
      case 'update_media_buy':
        return await this.change(args, principal)
      case 'get_media_buys':
        return { payload: { media_buys: this.list(args, principal), sandbox: false } }
      default:
        return refusal('UNSUPPORTED_FEATURE', `There is no ${tool}.`)
    }
  }

  private shownOffers(): readonly Offer[] {
    const { offers, hidesMinimum } = this.options.habits
    return hidesMinimum ? offers.map(({ minimum: _minimum, ...offer }) => offer) : offers
  }

  private register({ accounts }: JsonObject, principal: string): Answer {
    const problem = objects(accounts)
      .flatMap(({ governance_agents }) => objects(governance_agents))
      .map(agentProblem)
      .find(Boolean)
    if (problem) return refusal('VALIDATION_ERROR', problem, 'accounts[0].governance_agents[0]')
    if (this.release === '3.1' && objects(accounts).some(({ governance_agents: all }) => objects(all).length > 1))
      return refusal(
        'INVALID_REQUEST',
        'One governance agent watches over an account.',
        'accounts[0].governance_agents',
      )
    const entries = objects(accounts).map(({ account: reference = null, governance_agents }): JsonObject => {
      const account = this.book.find(reference, principal)
      if (account === undefined)
        return {
          account: reference,
          status: 'failed',
          errors: [{ code: 'ACCOUNT_NOT_FOUND', message: 'No account of yours.', recovery: 'correctable' }],
        }
      account.governance = objects(governance_agents).map(registeredOf)
      return { account: reference, status: 'synced', governance_agents: account.governance.map(({ url }) => ({ url })) }
    })
    return { payload: { accounts: entries } }
  }

  private async buy(args: JsonObject, principal: string): Promise<Answer> {
    const account = this.book.find(args.account, principal)
    if (account === undefined) return refusal('ACCOUNT_NOT_FOUND', 'No account of yours.', 'account')
    const packages: Buy['packages'] = []
    for (const [index, { product_id, pricing_option_id, budget, bid_price }] of objects(args.packages).entries()) {
      const offer = this.options.habits.offers.find(
        (one) => one.product === product_id && one.pricing === pricing_option_id,
      )
      if (offer === undefined)
        return refusal('PRODUCT_NOT_FOUND', 'That is not for sale.', `packages[${index}].product_id`)
      if (Number(budget) < (offer.minimum ?? 0))
        return refusal('BUDGET_TOO_LOW', `At least ${offer.minimum}.`, `packages[${index}].budget`)
      if (offer.fixed === undefined && Number(bid_price ?? 0) < (offer.floor ?? 0))
        return refusal('INVALID_REQUEST', 'A bid is needed.', `packages[${index}].bid_price`)
      packages.push({ id: crypto.randomUUID(), budget: Number(budget), offer })
    }
    const planned = { start: String(args.start_time), end: String(args.end_time), packages }
    const plan = typeof args.plan_id === 'string' ? args.plan_id : undefined
    const no = await this.governed(account, args, principal, {
      phase: 'purchase',
      tokens: ['intent', 'purchase'],
      planned,
      plan,
    })
    if (no) return no
    const made: Buy = { id: `${9_000_000 + this.buys.length}`, account, ...planned, plan, made: moment(), revision: 1 }
    this.buys.push(made)
    const { invoice_recipient } = args
    return {
      payload: {
        ...shown(made),
        ...(invoice_recipient !== undefined && { invoice_recipient }),
        planned_delivery: deliveryOf(planned),
        creative_deadline: moment(14),
      },
    }
  }

  private async change(args: JsonObject, principal: string): Promise<Answer> {
    const buy = this.buys.find(({ id, account }) => id === args.media_buy_id && account.owner === principal)
    if (buy === undefined) return refusal('MEDIA_BUY_NOT_FOUND', 'No purchase of yours.', 'media_buy_id')
    const wanted = objects(args.packages)
    const packages = buy.packages.map((one) => ({
      ...one,
      budget: Number(wanted.find(({ package_id }) => package_id === one.id)?.budget ?? one.budget),
    }))
    const planned = { start: buy.start, end: buy.end, packages }
    const no = await this.governed(buy.account, args, principal, {
      phase: 'modification',
      tokens: ['intent', 'modification'],
      planned,
      mediaBuyId: buy.id,
      plan: buy.plan,
    })
    if (no) return no
    buy.packages.splice(0, buy.packages.length, ...packages)
    buy.revision += 1
    return {
      payload: {
        media_buy_id: buy.id,
        revision: buy.revision,
        status: 'pending_creatives',
        implementation_date: moment(),
        affected_packages: shown(buy).packages ?? [],
      },
    }
  }

  private async governed(
    account: Account,
    args: JsonObject,
    principal: string,
    { phase, tokens, planned, mediaBuyId, plan }: Wanted,
  ): Promise<Answer | undefined> {
    if (account.governance.length === 0) return undefined
    const { governance_context: token, invoice_recipient } = args
    if (typeof token !== 'string') return unauthorised('governance_context_missing')
    const accepted = await this.desk.accept({
      token,
      principal,
      phases: tokens,
      planId: plan,
      ...(mediaBuyId !== undefined && { mediaBuyId }),
    })
    if ('flaw' in accepted) return unauthorised(accepted.flaw, this.options.habits.refusals)
    const sub = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub as string
    const question = {
      plan_id: sub,
      caller: this.url,
      governance_context: token,
      phase,
      planned_delivery: deliveryOf(planned),
      ...(invoice_recipient !== undefined && { invoice_recipient }),
      ext: { harbour: { order: accepted.jti } },
    }
    for (let time = 0; time < this.options.habits.checks; time += 1)
      for (const agent of account.governance) {
        const no = refusalOf(await this.line.check(agent, question), this.release)
        if (no) return no
      }
    return undefined
  }

  private list({ account: reference, media_buy_ids: ids }: JsonObject, principal: string): readonly JsonObject[] {
    const account = reference === undefined ? undefined : this.book.find(reference, principal)
    return this.buys
      .filter((one) => one.account.owner === principal && (account === undefined || one.account === account))
      .filter(({ id }) => !Array.isArray(ids) || ids.includes(id))
      .map((one) => shown(one))
      .reverse()
  }
}
