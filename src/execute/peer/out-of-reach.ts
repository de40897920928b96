import { errorClasses } from '../../checks/error-classes.ts'
import { readPath } from '../../json/path.ts'
import type { Exchange } from '../../model/exchange.ts'
import { isJsonObject, type Json } from '../../model/json.ts'
import type { PlannedStep } from '../../model/plan.ts'
import { unblock } from '../../model/unblock.ts'
import type { StepVerdict } from '../../model/verdict.ts'
import { expectationOf } from '../evidence.ts'
import type { StepSetting } from '../step-setting.ts'
import type { PeerHost } from './peer-host.ts'

type Blocked = StepVerdict & { readonly status: 'blocked' }

/**
 * The seller says what it would also say if it could not reach the hosted governance agent, in a step for which it would have to,
 * and nothing has ever come from it. Then it is not blamed, unless it is known that it could have: the public address leads here.
 */
export function outOfReachVerdict(
  planned: PlannedStep,
  exchange: Exchange,
  { run, peer }: StepSetting,
): Blocked | undefined {
  const { peer: host } = run
  if (host === undefined || peer === undefined || host.wasReached) return undefined
  const said = whatItSays(planned, exchange, host)
  if (said === undefined) return undefined
  host.outOfReach = `${said}, and ${whatCame(host)}: ${unblock.peer_unreachable}`
  return { status: 'blocked', reason: 'peer_unreachable', detail: host.outOfReach }
}

/**
 * Why a step is not sent: the seller cannot reach the agent that it has been told to ask. What comes before the registration is
 * sent in every storyboard all the same, so that a seller that refuses everything is seen to.
 */
export function outOfReachHold({ run, state, peer }: StepSetting): string | undefined {
  const { peer: host } = run
  if (host?.outOfReach === undefined || peer === undefined || host.wasReached) return undefined
  const registrations = state.board.steps.filter(({ task }) => task === registration).map(({ step }) => step.id)
  return peer.hasBegun(new Set(registrations)) ? host.outOfReach : undefined
}

const registration = 'sync_governance'

/** A connection that ends before anything is asked is what becomes of a certificate that is not trusted. */
function whatCame(host: PeerHost): string {
  const at = `the hosted governance agent at ${host.peer.url}`
  if (host.knocks === 0) return `nothing from it has ever reached ${at}`
  const times = host.knocks === 1 ? 'a connection was' : `${host.knocks} connections were`
  return `${times} opened to ${at} and given up before anything was asked, as when its certificate is not trusted`
}

function whatItSays({ step, task }: PlannedStep, { reply }: Exchange, host: PeerHost): string | undefined {
  const code = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
  const { governance_context, plan_id } = step.sample_request ?? {}
  const isRegistration = task === registration
  if (isReachable(host) || !(isRegistration || governance_context !== undefined || plan_id !== undefined))
    return undefined
  if (code === 'GOVERNANCE_UNAVAILABLE') return 'the seller answers GOVERNANCE_UNAVAILABLE'
  if (expectationOf(step) !== 'success') return undefined
  if (governance_context !== undefined && errorClasses.governance_token.some((one) => one === code))
    return `the seller does not take a good token (${code})`
  if (!isRegistration || host.hosted.isPublic) return undefined
  return refusesAddress(reply) ? 'the seller does not register that address' : undefined
}

/** Whoever was given an address that leads here, and has not even knocked, has not tried. */
function isReachable(host: PeerHost): boolean {
  return host.hosted.leadsHere && host.knocks === 0
}

/** Words and fields by which a refusal speaks of an address. */
const aboutAddress = /url|https|address|scheme|loopback|localhost|reach|resolve|private/i

function refusesAddress(reply: Exchange['reply']): boolean {
  if (reply.kind === 'rpc_error') return aboutAddress.test(reply.message)
  if (reply.kind !== 'task') return false
  const { error, payload } = reply
  if (error) return aboutAddress.test(`${error.field ?? ''} ${error.message ?? ''}`)
  const accounts = readPath(payload, 'accounts')
  const failed = (Array.isArray(accounts) ? (accounts as readonly Json[]) : []).filter(isJsonObject)
  return failed.some(({ status, errors }) => status === 'failed' && aboutAddress.test(JSON.stringify(errors ?? [])))
}
