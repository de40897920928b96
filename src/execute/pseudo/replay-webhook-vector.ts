import { AuthoringDefect } from '../../errors.ts'
import { readPath } from '../../json/path.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { ValidationResult } from '../../model/verdict.ts'
import { algorithmOf, signMessage } from '../../signatures/sign.ts'
import type { StepSetting } from '../step-setting.ts'
import { fault, held, unproven } from './found.ts'
import { plainExchange } from './plain-exchange.ts'
import type { Probes } from './probes.ts'
import { notApplicable, type PseudoTask } from './pseudo-task.ts'
import { StepFields } from './step-fields.ts'

const task = 'replay_webhook_vector'
const receiverPath = 'webhook_replay_receiver.url'

/**
 * Posts an official webhook to the receiver of a buyer, signed for it, and looks whether it is taken or turned down
 * (webhook_receiver_envelope). The receiver's address is the operator's own word, in the test kit.
 */
export const replayWebhookVector: PseudoTask = {
  task,
  async perform({ step }, setting) {
    const { run, state } = setting
    const url = readPath((state.board.kit?.value ?? null) as Json, receiverPath)
    if (!run.probes || typeof url !== 'string')
      return notApplicable(
        'unsatisfied_contract',
        `webhook_replay_receiver; no receiver of a buyer is named: give a test kit with ${receiverPath}`,
      )
    const vector = await vectorNamed(new StepFields(step).text('vector_ref'), run.probes)
    const body = JSON.stringify(vector.payload)
    const headers = await signedFor(url, body, setting, run.probes)
    const { exchange } = await plainExchange(
      task,
      { url, method: 'POST', headers, body, trusted: true },
      run,
      run.probes,
    )
    return { kind: 'performed', found: [graded(vector, exchange)], exchange }
  },
}

interface EnvelopeVector {
  readonly id: string
  readonly isGood: boolean
  readonly payload: JsonObject
  readonly error: string | undefined
}

/** `<file>#<positive|negative>/<id>`. @throws AuthoringDefect when there is none */
async function vectorNamed(ref: string | undefined, probes: Probes): Promise<EnvelopeVector> {
  const [, file = '', side = '', id = ''] =
    /^(?:test-vectors\/)?([^#]+)#(positive|negative)\/(.+)$/.exec(ref ?? '') ?? []
  const vectors = readPath(await probes.vector(file), side === '' ? [] : [side])
  const found = (Array.isArray(vectors) ? (vectors as readonly Json[]) : [])
    .filter(isJsonObject)
    .find((one) => one.id === id)
  if (!found || !isJsonObject(found.payload)) throw new AuthoringDefect(`there is no webhook vector ${ref}`)
  const { payload, expected_error: error } = found
  return { id, isGood: side === 'positive', payload, error: typeof error === 'string' ? error : undefined }
}

/** The key is the public test key that the contract has receivers know. */
async function signedFor(url: string, body: string, { run }: StepSetting, probes: Probes) {
  const keyFile = await probes.vector('webhook-signing/keys.json')
  const keys = isJsonObject(keyFile) && Array.isArray(keyFile.keys) ? (keyFile.keys as readonly Json[]) : []
  const [key] = keys.filter(isJsonObject)
  if (!key) throw new AuthoringDefect('the official signing keys of this release are not at hand')
  const { _private_d_for_test_only: d = '', ...open } = key
  const created = Math.floor(run.clock.now() / 1000)
  const nonce = Buffer.from(run.ids.uuid().replaceAll('-', ''), 'hex').toString('base64url')
  const params = {
    created,
    expires: created + 300,
    nonce,
    keyid: String(key.kid),
    alg: algorithmOf(key),
    tag: 'adcp/webhook-signing/v1',
  }
  const message = { method: 'POST', url, headers: { 'content-type': 'application/json' }, body }
  return { ...message.headers, ...signMessage(message, { ...open, d }, params) }
}

function graded({ id, isGood, error }: EnvelopeVector, { reply }: Exchange): ValidationResult {
  const description = isGood ? `${id} is taken` : `${id} is turned down`
  if (reply.kind !== 'http')
    return unproven(task, description, 'no_reply', reply.kind === 'unreachable' ? reply.message : 'no HTTP answer')
  const { status } = reply
  const taken = status >= 200 && status < 300
  // A receiver that breaks has turned nothing down.
  if (isGood ? taken : status >= 400 && status < 500) return held(task, description)
  return fault(isGood ? 'webhook_rejected' : 'webhook_accepted', {
    description,
    message: isGood
      ? `the receiver answered HTTP ${status} to a webhook that is as it must be`
      : `the receiver answered HTTP ${status} to a webhook that is ${error ?? 'none'}`,
    expected: isGood ? '2xx' : '4xx',
    actual: status,
  })
}
