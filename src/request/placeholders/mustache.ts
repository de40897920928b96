import { readPath } from '../../json/path.ts'
import type { Json } from '../../model/json.ts'
import type { Scope } from '../scope.ts'
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
    return unresolved(`{{${inner}}}`, 'it is neither runner.<name> nor prior_step.<id>.<field>')
  },
}

function fromRunner(name: string, scope: Scope): Resolution {
  const value = Object.hasOwn(scope.runner, name) ? scope.runner[name] : undefined
  if (isMissing(value)) return unresolved(`{{runner.${name}}}`, 'this run does not offer it')
  return { status: 'resolved', value, kind: 'resolved' }
}

function fromStep(step: string, path: string, scope: Scope): Resolution {
  const value = readPath(scope.earlierPayload(step), path)
  if (isMissing(value)) return unresolved(`{{prior_step.${step}.${path}}}`, `the step ${step} gave no such value`)
  return { status: 'resolved', value, kind: 'resolved', fromAgent: true }
}

function isMissing(value: Json | undefined): value is null | undefined {
  return value === undefined || value === null
}
