import { readPath } from '../../json/path.ts'
import type { Json } from '../../model/json.ts'
import type { Scope } from '../scope.ts'
import { sellerUrl } from '../seller-url.ts'
import { contextPlaceholder } from './context.ts'
import { type Placeholder, type Resolution, unresolved } from './placeholder.ts'

/** `{{runner.x}}` and `{{prior_step.<id>.<path>}}`. */
export const mustachePlaceholder: Placeholder = {
  name: '{{runner.x}}, {{prior_step.<id>.<field>}}',
  pattern: /\{\{\s*([^{}]*?)\s*\}\}/,
  resolve(inner, scope) {
    const runner = /^runner\.(.+)$/.exec(inner)?.[1]
    if (runner !== undefined) return fromRunner(runner, scope)
    const prior = /^prior_step\.([\w-]+)\.(.+)$/.exec(inner)
    if (prior?.[1] && prior[2]) return fromStep(prior[1], prior[2], scope)
    // Storyboards of 4.22 wrote captured values so.
    if (/^\w+$/.test(inner)) return contextPlaceholder.resolve(inner, scope)
    return unresolved(`{{${inner}}}`, 'it is neither runner.<name> nor prior_step.<id>.<field>')
  },
}

function fromRunner(name: string, scope: Scope): Resolution {
  const value = callbackAddress(name, scope) ?? runnerValue(name, scope)
  if (isMissing(value)) return unresolved(`{{runner.${name}}}`, 'this run does not offer it')
  return { status: 'resolved', value, kind: 'resolved' }
}

function runnerValue(name: string, scope: Scope): Json | undefined {
  if (name === 'seller_url') return sellerUrl(scope)
  return Object.hasOwn(scope.runner, name) ? scope.runner[name] : undefined
}

/** `webhook_base`, and `webhook_url:<step>` for an address of its own (storyboard-schema, webhook receiver). */
function callbackAddress(name: string, { webhooks }: Scope): string | undefined {
  if (name === 'webhook_base') return webhooks?.base
  const step = /^webhook_url:(.+)$/.exec(name)?.[1]
  return step === undefined ? undefined : webhooks?.urlFor(step)
}

/** The operation_id of a step that gave out an address is the one in that address: the runner made it, not the agent. */
function fromStep(step: string, path: string, scope: Scope): Resolution {
  const own = path === 'operation_id' ? scope.webhooks?.operationIdOf(step) : undefined
  if (own !== undefined) return { status: 'resolved', value: own, kind: 'resolved' }
  const value = readPath(scope.earlierPayload(step), path)
  if (isMissing(value)) return unresolved(`{{prior_step.${step}.${path}}}`, `the step ${step} gave no such value`)
  return { status: 'resolved', value, kind: 'resolved', fromAgent: true }
}

function isMissing(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null
}
