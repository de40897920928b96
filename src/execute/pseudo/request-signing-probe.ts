import { AuthoringDefect } from '../../errors.ts'
import { readPath } from '../../json/path.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts'
import type { PlannedStep } from '../../model/plan.ts'
import type { StepSetting } from '../step-setting.ts'
import { stopReason } from '../stop-reason.ts'
import { plainExchange } from './plain-exchange.ts'
import type { Probes } from './probes.ts'
import { blockedBy, notApplicable, type Performed, type PseudoTask } from './pseudo-task.ts'
import { gradeVector } from './signing/grade-vector.ts'
import { openMcpProbe } from './signing/mcp-probe.ts'
import { signedAnew } from './signing/signed-anew.ts'
import { objectOr, type SigningVector, signingVector } from './signing/signing-vector.ts'
import { aimVector, type VectorAim } from './signing/vector-aim.ts'
import { type VerifierClaims, verifierClaims } from './signing/verifier-claims.ts'
import { StepFields } from './step-fields.ts'

const task = 'request_signing_probe'

/** Sends one official vector of request signing, signed anew for this agent and this moment (signed_requests). */
export const requestSigningProbe: PseudoTask = {
  task,
  async perform(planned, setting) {
    const { run } = setting
    const { probes, agent } = run
    if (!probes || !agent) return blockedBy('unsupported', 'this run sends no plain HTTP requests')
    if (agent.protocol !== 'mcp') return blockedBy('unsupported', 'this release signs no requests to A2A agents')
    const block = objectOr(agent.capabilities?.request_signing, {})
    const claims = verifierClaims(block)
    if (!claims.supported)
      return notApplicable('unsatisfied_contract', 'the agent does not claim to verify signed requests', {
        pointer: '/request_signing/supported',
        value: block.supported ?? null,
      })
    const { vector, keys } = await loaded(planned, probes)
    const isMutating = (name: string) => run.schemas.task(name)?.mutating ?? false
    const aim = aimVector(vector, { url: agent.url, tools: agent.tools, claims, isMutating })
    if ('notApplicable' in aim) return notApplicable('not_applicable', aim.notApplicable)
    const session = await openMcpProbe(agent.url, probes)
    return await played({ vector, keys, claims, aim, headers: session.headers, url: agent.url, probes, setting })
  },
}

async function loaded({ step }: PlannedStep, probes: Probes) {
  const path = new StepFields(step).text('signing_vector')
  if (path === undefined) throw new AuthoringDefect('signing_vector is missing')
  const [file, keyFile] = await Promise.all([
    probes.vector(`request-signing/${path}.json`),
    probes.vector('request-signing/keys.json'),
  ])
  const keys = isJsonObject(keyFile) && Array.isArray(keyFile.keys) ? (keyFile.keys as readonly Json[]) : []
  return { vector: signingVector(path.split('/').at(-1) ?? path, file), keys: keys.filter(isJsonObject) }
}

interface Play {
  readonly vector: SigningVector
  readonly keys: readonly JsonObject[]
  readonly claims: VerifierClaims
  readonly aim: Exclude<VectorAim, { notApplicable: string }>
  readonly headers: Readonly<Record<string, string>>
  readonly url: string
  readonly probes: Probes
  readonly setting: StepSetting
}

/** Two vectors need a past: a nonce that was used, and a key that was used too often. The run makes it. */
async function played(play: Play): Promise<Performed> {
  const { vector } = play
  if (vector.errorCode === 'request_signature_replayed') return await replayed(play)
  if (vector.errorCode === 'request_signature_rate_abuse') return await abused(play)
  const exchange = await sendOnce(play, await build(play))
  return { kind: 'performed', found: [gradeVector(vector, exchange)], exchange }
}

async function replayed(play: Play): Promise<Performed> {
  const request = await build(play)
  const first = await sendOnce(play, request)
  const refusal = gradeVector({ ...play.vector, errorCode: undefined }, first)
  if (refusal.outcome.status !== 'passed') return { kind: 'performed', found: [refusal], exchange: first }
  const second = await sendOnce(play, request)
  return { kind: 'performed', found: [gradeVector(play.vector, second)], exchange: second, siblings: [first, second] }
}

/** Signs with one key until it is refused as too much, at most once more than the contract says. */
async function abused(play: Play): Promise<Performed> {
  const { run, state } = play.setting
  const cap = capOf((state.board.kit?.value ?? null) as Json)
  for (let sent = 0; ; sent += 1) {
    if (run.signal.aborted) return blockedBy(...stopReason(run.signal))
    const exchange = await sendOnce(play, await build(play))
    if (sent >= cap || !isAccepted(exchange))
      return { kind: 'performed', found: [gradeVector(play.vector, exchange)], exchange }
  }
}

function isAccepted({ reply }: Exchange): boolean {
  return reply.kind === 'http' && reply.status < 300
}

function capOf(kit: Json): number {
  const cap = readPath(kit, 'stateful_vector_contract.rate_abuse.grading_target_per_keyid_cap_requests')
  return typeof cap === 'number' && cap >= 1 && cap <= 1_000 ? cap : 100
}

interface Built {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

async function build({ vector, keys, claims, aim, headers, url, probes, setting }: Play): Promise<Built> {
  const { ids, clock } = setting.run
  const body = bodyOf(vector, aim)
  const signedUrl = `${new URL(url).protocol}//${aim.host}${aim.target}`
  const nonce = Buffer.from(ids.uuid().replaceAll('-', ''), 'hex').toString('base64url')
  const now = Math.floor(clock.now() / 1000)
  const signed = signedAnew(
    vector,
    { method: 'POST', url: signedUrl, body },
    { now, nonce, digest: claims.digest, keys },
  )
  const credentials = aim.withCredentials ? await probes.credentials() : {}
  return { body, headers: { ...credentials, ...headers, ...signed, host: aim.host } }
}

/** The arguments are those of the vector; that they are wrong for the task says nothing about the signature. */
function bodyOf({ request }: SigningVector, { operation, isMethod }: { operation: string; isMethod: boolean }): string {
  if (isMethod) return request.body
  const params = { name: operation, arguments: JSON.parse(request.body || '{}') as Json }
  return JSON.stringify({ jsonrpc: '2.0', id: 'vector', method: 'tools/call', params })
}

async function sendOnce({ aim, url, probes, setting }: Play, { headers, body }: Built): Promise<Exchange> {
  await setting.run.pause()
  const request = { url, method: 'POST', headers, body, target: aim.target } as const
  return (await plainExchange(task, request, setting.run, probes)).exchange
}
