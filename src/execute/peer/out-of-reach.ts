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
 * The seller says what it would also say if it could not reach the hosted governance agent, from which it has never asked
 * anything. From then on all storyboards that need that agent are blocked, and the seller is not blamed.
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
  host.outOfReach = `${said}, and nothing from it has ever reached the hosted governance agent at ${host.peer.url}: ${unblock.peer_unreachable}`
  return { status: 'blocked', reason: 'peer_unreachable', detail: host.outOfReach }
}

function whatItSays({ step, task }: PlannedStep, { reply }: Exchange, host: PeerHost): string | undefined {
  const code = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error?.code : undefined
  if (code === 'GOVERNANCE_UNAVAILABLE') return 'the seller answers GOVERNANCE_UNAVAILABLE'
  if (expectationOf(step) !== 'success') return undefined
  const hasToken = step.sample_request?.governance_context !== undefined
  if (code === 'PERMISSION_DENIED' && hasToken) return 'the seller does not take a good token (PERMISSION_DENIED)'
  if (task !== 'sync_governance' || host.isPublic) return undefined
  return refusesAddress(reply) ? 'the seller does not register that address' : undefined
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
