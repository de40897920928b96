import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { SchemaSet } from '../../model/schema-set.ts'
import { createGovernanceAgent, type GovernanceAgent, type TaskResult } from '../../reference/governance-agent/agent.ts'
import { McpSessions } from '../../reference/http/sessions.ts'
import {
  mintValid,
  openWorkbench,
  type Tampering,
  type TokenOrder,
  type Workbench,
} from '../../token/workshop/index.ts'
import type { PeerAnswer, SpokenAnswer } from './answer.ts'
import { type Certificate, certificateFor } from './certificate.ts'
import { Listener } from './listener.ts'
import { isCall, type PeerCall, type PeerRequest } from './peer-request.ts'
import type { PublicationChange } from './publication.ts'
import { keepSaid, receive } from './receive.ts'
import { Script } from './script.ts'
import { spokenReply } from './spoken-reply.ts'

export interface GovernancePeerOptions {
  /** Where it listens; any free port of this machine when absent. */
  readonly host?: string
  readonly port?: number
  /** The address that sellers are given, where that is not where it listens; without the path that is added. */
  readonly publicUrl?: string
  /**
   * With this certificate, or one that is made for the run. Registered addresses have to be https, so only a proxy makes
   * do without.
   */
  readonly https: boolean | Certificate
  readonly clock: { now(): number }
  readonly newId: () => string
  readonly adcp: AdcpVersion
  /** The official schemas of that version. */
  readonly schemas: SchemaSet
  /** The credential that the seller is registered with. */
  readonly credential?: string
}

export interface GovernancePeer {
  /** The MCP endpoint, which is the issuer of its tokens. */
  readonly url: string
  /** The brand.json that a seller has to know the buyer by. */
  readonly brandUrl: string
  /** Host and port of that document. */
  readonly brandDomain: string
  /** The same keys behind a plain door, for publish({ jwksUri }): only a seller without a guard fetches them there. */
  readonly plainJwksUri: string
  /**
   * Another governance agent of the brand, whose revocation list has not been renewed for a day: sellers that keep lists have none
   * of it yet. The same agent under an address of its own; behind a public address there is no other, and it is `url`.
   */
  readonly lapsedUrl: string
  /** What a seller has to trust; absent without https. PEM. */
  readonly certificate: string | undefined
  /** The agent behind it, for what the buyer does with it. */
  readonly agent: GovernanceAgent
  /** The answers to the next checks, in order; the last one stays. None: it decides by itself again. */
  script(...answers: readonly PeerAnswer[]): Promise<void>
  /** Publishes other than it should, until told otherwise. */
  publish(change: PublicationChange): void
  /** A token for a seller, good or wrong in one way. */
  mint(order: PeerTokenOrder, tampering?: Tampering): string
  /** Every request since the last `forget`, documents included, in order; of more than 2000, the first. */
  requests(): readonly PeerRequest[]
  /** All requests of the run so far, also those that are not kept. */
  received(): number
  /** Connections that were opened to it so far, also those in which no request came. */
  knocks(): number
  /** What a request was answered with: a document, a result, or how it was disturbed; undefined where the protocol alone answered. */
  said(order: number): Json | undefined
  /** Starts an empty list of requests. */
  forget(): void
  /** Every call of a tool among them, in order. */
  calls(): readonly PeerCall[]
  close(): Promise<void>
}

export type PeerTokenOrder = Pick<TokenOrder, 'audience' | 'planId' | 'phase' | 'caller' | 'mediaBuyId'>

/**
 * Hosts the governance agent of a buyer for a run: it decides by its rules or by a script, publishes its keys, its
 * revocation list and the brand of the buyer, and keeps every request as evidence.
 * @throws UsageError when it cannot listen
 */
export async function openGovernancePeer(options: GovernancePeerOptions): Promise<GovernancePeer> {
  const { host = '127.0.0.1', port = 0, clock, newId } = options
  const { https } = options
  const certificate = https === true ? await certificateFor(host, clock.now()) : https || undefined
  const house: House = {
    options,
    bench: await openWorkbench(newId),
    script: new Script(),
    requests: [],
    received: 0,
    url: '',
    stranger: '',
    lapsed: '',
    change: {},
    sessions: undefined,
    answers: new Map(),
    said: new Map(),
  }
  const listener = new Listener(
    { host, port },
    (request, response) => void receive(request, response, house),
    certificate,
  )
  const plain = new Listener({ host, port: 0 }, (request, response) => void receive(request, response, house, 'plain'))
  const stranger = new Listener(
    { host, port: 0 },
    (request, response) => void receive(request, response, house, 'stranger'),
    certificate,
  )
  const lapsed = new Listener(
    { host, port: 0 },
    (request, response) => void receive(request, response, house, 'lapsed'),
    certificate,
  )
  const doors = [listener, plain, stranger, lapsed]
  await Promise.all(doors.map((one) => one.start()))
  const scheme = certificate ? 'https' : 'http'
  const origin = options.publicUrl?.replace(/\/+$/, '') ?? `${scheme}://${bracketed(host)}:${listener.port}`
  house.url = `${origin}/mcp`
  house.stranger = `${scheme}://${bracketed(host)}:${stranger.port}/mcp`
  house.lapsed = options.publicUrl === undefined ? `${scheme}://${bracketed(host)}:${lapsed.port}/mcp` : house.url
  const agent = agentOf(house)
  house.sessions = new McpSessions(scripted(agent, house))
  return {
    url: house.url,
    brandUrl: new URL('/.well-known/brand.json', house.url).href,
    brandDomain: new URL(house.url).host,
    plainJwksUri: `http://${bracketed(host)}:${plain.port}/.well-known/jwks.json`,
    lapsedUrl: house.lapsed,
    certificate: certificate?.cert,
    agent,
    async script(...answers) {
      house.script.write(answers)
      await (answers.some(({ kind }) => kind === 'refuse') ? listener.stop() : listener.start())
    },
    publish: (change) => void Object.assign(house, { change }),
    mint: (order, tampering) => mint({ ...order, ...bound(house), jti: newId(), now: clock.now() }, tampering),
    requests: () => [...house.requests],
    received: () => house.received,
    knocks: () => listener.knocks,
    said: (order) => house.said.get(order),
    forget() {
      house.requests.splice(0)
      house.said.clear()
    },
    calls: () => house.requests.filter(isCall),
    async close() {
      await house.sessions?.close()
      await Promise.all(doors.map((one) => one.stop()))
    },
  }
}

/** Everything that lives for as long as the peer does. */
export interface House {
  readonly options: GovernancePeerOptions
  readonly bench: Workbench
  readonly script: Script
  readonly requests: PeerRequest[]
  /** All requests so far, also those that are not kept. */
  received: number
  url: string
  /** The address of a governance agent that has a brand of its own, and nothing to do with the buyer. */
  stranger: string
  /** The address of the agent whose revocation list is not renewed any more. */
  lapsed: string
  change: PublicationChange
  sessions: McpSessions | undefined
  /** The answers that the script has for the checks that are being answered, by the order of the request. */
  readonly answers: Map<string, SpokenAnswer>
  /** What was answered, by the order of the request; of those that are kept. */
  readonly said: Map<number, JsonObject>
}

function bound({ bench, url, stranger, lapsed }: House): Pick<TokenOrder, 'bench' | 'issuer' | 'stranger' | 'lapsed'> {
  return { bench, issuer: url, stranger, lapsed }
}

function mint(order: TokenOrder, tampering: Tampering | undefined): string {
  return tampering === undefined ? mintValid(order) : tampering.mint(order)
}

function agentOf({ options, bench, url }: House): GovernanceAgent {
  const { clock, newId, adcp, schemas } = options
  const ids = { next: (prefix: string) => `${prefix}_${newId()}` }
  return createGovernanceAgent({ clock, ids, keys: bench.own, issuer: url, adcp, schemas })
}

/** Whoever calls acts for the one buyer of the run; a check is answered by the script where that has a word for it. */
function scripted(agent: GovernanceAgent, house: House): Pick<GovernanceAgent, 'handle'> {
  return {
    async handle(task, args, order) {
      const result = await resultOf(task, args, order)
      keepSaid(house, Number(order), { result: result.payload, is_error: result.isError })
      return result
    },
  }

  async function resultOf(task: string, args: JsonObject, order: string): Promise<TaskResult> {
    const current = house.answers.get(order)
    house.answers.delete(order)
    if (current === undefined || current.kind === 'decide') return await agent.handle(task, args, 'buyer')
    const reply = spokenReply(current, args, { ...bound(house), ...house.options })
    return { ...reply, payload: withContext(reply.payload, args) }
  }
}

function withContext(payload: JsonObject, { context }: JsonObject): JsonObject {
  return context === undefined ? payload : { ...payload, context }
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
