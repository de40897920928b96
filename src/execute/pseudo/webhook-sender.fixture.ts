import { generateKeyPairSync } from 'node:crypto'
import { pending, result } from '../../checks/evidence.fixture.ts'
import type { SafeReply } from '../../keys/safe-send.ts'
import type { SigningKeys } from '../../keys/signing-keys.ts'
import type { TaskReply } from '../../model/exchange.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'
import { openWebhookReceiver } from '../../peers/webhook-receiver.ts'
import { contentDigest } from '../../signatures/content-digest.ts'
import { signMessage } from '../../signatures/sign.ts'
import type { RunContext } from '../run-context.ts'
import { now, planned, play } from '../scripted-transport.fixture.ts'
import type { Probes } from './probes.ts'
import { WebhookVerifier } from './webhook-verifier.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const privateJwk = privateKey.export({ format: 'jwk' }) as JsonObject
export const publicJwk = {
  ...(publicKey.export({ format: 'jwk' }) as JsonObject),
  kid: 'hooks-1',
  alg: 'EdDSA',
  use: 'sig',
  key_ops: ['verify'],
  adcp_use: 'webhook-signing',
}

/** How a seller sends its webhooks; the good one signs each try anew and repeats it until it is taken. */
export interface Manners {
  /** How often it tries, at most. */
  readonly tries?: number
  readonly keyOf?: (attempt: number) => Json | undefined
  readonly nonceOf?: (attempt: number) => string
  readonly unsigned?: boolean
  /** The body that is sent is another than the one that was signed. */
  readonly altered?: boolean
  /** Seconds that its clock is late. */
  readonly lateBy?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: JsonObject
  /** What it sends instead of JSON. */
  readonly body?: string
  /** The events it tells, one after the other. */
  readonly events?: readonly JsonObject[]
  /** Answers the task at once. */
  readonly atOnce?: boolean
}

const event: JsonObject = { task_id: 't1', task_type: 'create_media_buy', status: 'completed' }

/** A seller that calls back when it is asked for a media buy. */
export class WebhookSeller {
  readonly #sending: Promise<void>[] = []
  #sent = 0

  constructor(readonly manners: Manners = {}) {}

  answer(request: JsonObject): TaskReply {
    const { url } = request.push_notification_config as JsonObject
    if (!this.manners.atOnce) this.#sending.push(this.#tell(String(url)))
    return this.manners.atOnce ? result({ media_buy_id: 'mb_1' }) : pending('submitted')
  }

  async settle(): Promise<void> {
    await Promise.all(this.#sending)
  }

  async #tell(url: string): Promise<void> {
    for (const one of this.manners.events ?? [event]) {
      for (let attempt = 1; attempt <= (this.manners.tries ?? 5); attempt += 1) {
        if ((await this.#send(url, one, attempt)) < 300) break
      }
    }
  }

  async #send(url: string, told: JsonObject, attempt: number): Promise<number> {
    const { keyOf = () => 'whk_0123456789abcdef', payload = {}, body, altered, headers = {} } = this.manners
    const key = keyOf(attempt)
    const whole = { ...told, ...(key === undefined ? {} : { idempotency_key: key }), ...payload }
    const text = body ?? JSON.stringify(whole)
    const signed = this.#signed(url, text, attempt)
    const sent = altered ? `${text} ` : text
    const response = await fetch(url, { method: 'POST', body: sent, headers: { ...signed, ...headers } }).catch(
      () => undefined,
    )
    return response?.status ?? 599
  }

  #signed(url: string, body: string, attempt: number): Readonly<Record<string, string>> {
    const type = { 'content-type': 'application/json' }
    const { unsigned, lateBy = 0, nonceOf } = this.manners
    if (unsigned) return type
    this.#sent += 1
    const created = Math.floor(now / 1000) - lateBy
    const nonce =
      nonceOf?.(attempt) ?? Buffer.from(`nonce-number-${String(this.#sent).padStart(6, '0')}`).toString('base64url')
    const params = {
      created,
      expires: created + 300,
      nonce,
      keyid: 'hooks-1',
      alg: 'ed25519',
      tag: 'adcp/webhook-signing/v1',
    }
    const message = { method: 'POST', url, body, headers: { ...type, 'content-digest': contentDigest(body) } }
    return { ...message.headers, ...signMessage(message, privateJwk, params) }
  }
}

/** Probes that reach nothing but the keys given. */
export function probesWith(keys: Partial<SigningKeys> = {}, send?: Probes['send']): Probes {
  const found: SigningKeys = {
    brandUrl: 'https://seller.example/.well-known/brand.json',
    jwksUrl: 'https://seller.example/keys.json',
    isListed: true,
    keys: [publicJwk],
    ...keys,
  }
  const signingKeys = async () => found
  const away: SafeReply = { cause: 'refused', problem: 'there is no network here' }
  return {
    send: send ?? (async () => away),
    credentials: async () => ({}),
    signingKeys,
    vector: async () => undefined,
    webhooks: new WebhookVerifier('3.0', signingKeys),
  }
}

/** A step that makes the seller call back. */
export function trigger(more: Partial<Step> = {}): Step {
  const url = '{{runner.webhook_url:buy}}'
  return {
    id: 'buy',
    task: 'create_media_buy',
    gov_reply: 'any',
    sample_request: { push_notification_config: { url } },
    ...more,
  }
}

/** A step that waits; what it reads beside the usual fields is not in the type. */
export function waiting(task: string, fields: Readonly<Record<string, Json>> = {}): Step {
  return { id: 'wait', task, triggered_by: 'buy', timeout_seconds: 0.1, ...fields } as Step
}

/** Plays the steps against a seller, with a receiver on this machine; gives the last step's report. */
export async function called(steps: readonly Step[], seller: WebhookSeller, more: Partial<RunContext> = {}) {
  let made = 0
  const receiver = await openWebhookReceiver({
    mode: { kind: 'loopback' },
    clock: { now: () => now },
    newId: () => `id-${++made}`,
  })
  try {
    const board = planned([steps])
    const tools = { ...board, steps: board.steps.map(({ decided: _decided, ...one }) => one) }
    const run = { webhooks: receiver, probes: probesWith(), ...more }
    const { steps: reports } = await play(tools, (call) => seller.answer(call.arguments), run)
    return reports.at(-1)
  } finally {
    await receiver.close()
    await seller.settle()
  }
}

/** The checks of a step that did not hold, and why. */
export function faults(step: Awaited<ReturnType<typeof called>>) {
  return step?.validations.flatMap(({ check, outcome }) =>
    outcome.status === 'failed' ? [{ check, expected: outcome.expected, actual: outcome.actual }] : [],
  )
}
