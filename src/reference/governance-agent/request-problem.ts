import type { Json, JsonObject } from '../../model/json.ts'
import type { SchemaError, SchemaSet } from '../../model/schema-set.ts'
import { Refusal } from './refusal.ts'

/** Levels; no request of this protocol comes near. */
const deepest = 64

/** The first broken rule of the official request schema, as the error to answer with; undefined for a valid request. */
export async function requestProblem(task: string, args: JsonObject, schemas: SchemaSet): Promise<Refusal | undefined> {
  if (isDeeperThan(deepest, args)) return new Refusal('INVALID_REQUEST', `At most ${deepest} levels of nesting.`)
  const ref = schemas.task(task)?.request
  const schema = ref === undefined ? undefined : await schemas.load(ref)
  const errors = schema?.validate(args) ?? []
  const error = errors.find(isPlain) ?? errors.find(({ keyword }) => !joining.has(keyword)) ?? errors[0]
  if (error === undefined) return undefined
  const field = fieldOf(error)
  return new Refusal('INVALID_REQUEST', `${field ?? 'The request'} ${error.message}.`, field)
}

/** Broken whichever branch the request was meant to take. */
function isPlain({ keyword, schemaPath }: SchemaError): boolean {
  return !joining.has(keyword) && !/\/(oneOf|anyOf)\//.test(schemaPath)
}

/** These only say that no branch fits; the errors of the branches say why. */
const joining = new Set(['allOf', 'anyOf', 'oneOf', 'if', 'not'])

const quoted = /['"]([^'"]+)['"]$/

/** `/plans/0` and "must have required property 'budget'" make `plans[0].budget`. */
function fieldOf({ instancePath, keyword, message }: SchemaError): string | undefined {
  const named = keyword === 'required' || keyword === 'additionalProperties' ? quoted.exec(message)?.[1] : undefined
  const steps = instancePath.split('/').slice(1)
  const path = [...steps, ...(named === undefined ? [] : [named])]
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step, at) => (/^\d+$/.test(step) ? `[${step}]` : `${at > 0 ? '.' : ''}${step}`))
    .join('')
  return path === '' ? undefined : path
}

/** Walks level by level, so that what it looks for cannot break it. */
function isDeeperThan(limit: number, value: Json): boolean {
  let level: readonly Json[] = [value]
  for (let depth = 0; depth <= limit && level.length > 0; depth += 1)
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? (Object.values(one) as Json[]) : []))
  return level.length > 0
}
