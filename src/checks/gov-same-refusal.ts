import { equalJson } from '../json/equal.ts'
import { readPath } from '../json/path.ts'
import type { Check, Evidence } from '../model/check.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import { evidenceOfStep } from './earlier-step.ts'
import { failedReply } from './failed.ts'

interface Params {
  /** An earlier step, which was refused. */
  readonly as: string
  /** Another earlier step, which was refused for the very reason of the first. */
  readonly again?: string
}

const step = { type: 'string', minLength: 1 } as const

export const govSameRefusal: Check<'gov_same_refusal', Params> = {
  kind: 'gov_same_refusal',
  summary:
    'The refusal says what that of an earlier step says, in all its members and on the transport; ids, numbers and times may differ, and what differed when that step was sent `again`.',
  params: { type: 'object', required: ['as'], properties: { as: step, again: step } },
  evaluate({ as, again }, evidence) {
    const [mine, other] = [evidence, evidenceOfStep(as, evidence)].map(told)
    if (mine === undefined) return { status: 'not_applicable', note: 'this request was not refused' }
    if (other === undefined) return { status: 'not_applicable', note: `the request of the step ${as} was not refused` }
    const twin = again === undefined ? undefined : told(evidenceOfStep(again, evidence))
    const names = [...new Set([...mine.keys(), ...other.keys()])]
    const varies = (name: string) => twin !== undefined && !same(twin.get(name), other.get(name))
    const differing = names.filter((name) => !varies(name) && !same(mine.get(name), other.get(name)))
    if (differing.length === 0) return { status: 'passed' }
    const shown = (said: Told) => Object.fromEntries(differing.map((name) => [name, said.get(name) ?? null]))
    return failedReply(evidence, 'the two refusals differ, so they tell what was wrong', shown(other), shown(mine))
  },
}

/** What a refusal says, by where it says it. */
type Told = ReadonlyMap<string, Json>

function told({ reply, payload }: Evidence): Told | undefined {
  const error = reply.kind === 'task' || reply.kind === 'rpc_error' ? reply.error : undefined
  if (error === undefined) return undefined
  const { code = 'no code', field = 'no field', message = '', details } = error
  return new Map<string, Json>([
    ['code', code],
    ['field', field],
    ['message', masked(message)],
    ['call failed', reply.kind === 'rpc_error' || (reply.kind === 'task' && reply.isError)],
    ...(details === undefined ? [] : leaves(details, 'details')),
    ...['adcp_error', 'errors'].flatMap((name) => leaves(readPath(payload, name), name)),
  ])
}

/** Every value that is neither an object nor a list, with where it stands. */
function leaves(value: Json | undefined, at: string): readonly (readonly [string, Json])[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one, i) => leaves(one, `${at}[${i}]`))
  if (isJsonObject(value))
    return Object.entries(value as JsonObject).flatMap(([name, one]) => leaves(one, `${at}.${name}`))
  return [[at, typeof value === 'string' ? masked(value) : typeof value === 'number' ? '#' : value]]
}

/** Without words that are different each time anyway: ids, numbers, times. */
function masked(text: string): string {
  return text
    .split(/\s+/)
    .map((word) => (/\d/.test(word) ? '#' : word))
    .join(' ')
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return equalJson(one ?? null, other ?? null)
}
