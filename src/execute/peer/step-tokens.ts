import { AuthoringDefect } from '../../errors.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { PlannedStep } from '../../model/plan.ts'
import type { PeerTokenOrder } from '../../peers/governance-peer/governance-peer.ts'
import type { TokenMint } from '../../request/scope.ts'
import { sellerUrl } from '../../request/seller-url.ts'
import { substitute } from '../../request/substitute.ts'
import { type TokenPhase, tamperings } from '../../token/workshop/index.ts'
import type { StepSetting } from '../step-setting.ts'

/** Who has asked for the check of an intent, when the step does not say. */
const buyer = 'https://buyer.example/mcp'
const phases: readonly TokenPhase[] = ['intent', 'purchase', 'modification', 'delivery']
const keys = ['plan_id', 'phase', 'caller', 'audience', 'media_buy_id']

/** Makes the governance contexts that a step names; undefined where the run hosts no governance agent. */
export function stepTokens(planned: PlannedStep, setting: StepSetting): TokenMint | undefined {
  const { peer: host } = setting.run
  if (host === undefined) return undefined
  return {
    mint(kind) {
      const order = tokenOrder(planned, setting)
      if (kind === 'valid') return host.peer.mint(order)
      const tampering = tamperings.find(({ id }) => id === kind)
      return tampering && host.peer.mint(order, tampering)
    },
  }
}

function tokenOrder({ step }: PlannedStep, { state }: StepSetting): PeerTokenOrder {
  const { plan_id, media_buy_id } = step.sample_request ?? {}
  const written = { ...textOf('plan_id', plan_id), ...textOf('media_buy_id', media_buy_id), ...step.token }
  const { value, unresolved } = substitute(written, state.scope())
  const [missing] = unresolved
  if (missing) throw new AuthoringDefect(`its ${missing.pointer.slice(1)} ${missing.token} has none: ${missing.why}`)
  const unknown = Object.keys(written).find((key) => !keys.includes(key))
  if (unknown !== undefined) throw new AuthoringDefect(`token has no key "${unknown}"; they are ${keys.join(', ')}`)
  return orderFrom(value as JsonObject, String(sellerUrl(state.scope()) ?? ''))
}

function orderFrom(given: JsonObject, seller: string): PeerTokenOrder {
  const { plan_id, phase = 'intent', caller = buyer, audience = seller, media_buy_id } = given
  const known = phases.find((one) => one === phase)
  if (known === undefined) throw new AuthoringDefect(`token: phase is one of ${phases.join(', ')}`)
  if (typeof plan_id !== 'string') throw new AuthoringDefect('neither token nor the sample names a plan_id')
  return {
    planId: plan_id,
    phase: known,
    caller: String(caller),
    audience: String(audience),
    ...(typeof media_buy_id === 'string' && { mediaBuyId: media_buy_id }),
  }
}

function textOf(key: string, value: Json | undefined): Readonly<Record<string, string>> {
  return typeof value === 'string' ? { [key]: value } : {}
}
