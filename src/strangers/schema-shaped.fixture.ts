import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'

/** Reads a schema by its absolute reference, such as /schemas/3.0.6/core/error.json. */
export type ReadSchema = (ref: string) => JsonObject

/**
 * The smallest value that has the shape a JSON Schema (draft-07) asks for: required members of the right type, first alternatives,
 * words that mean nothing. It is what an agent sends that was generated from the schemas and has nothing behind it.
 */
export function schemaShaped(schema: Json | undefined, read: ReadSchema, which: 'required' | 'all' = 'required'): Json {
  return shaped(schema, { read, root: schema, depth: 0, which })
}

interface Place {
  readonly read: ReadSchema
  readonly root: Json | undefined
  readonly depth: number
  /** Which members of objects are there. */
  readonly which: 'required' | 'all'
}

function shaped(schema: Json | undefined, place: Place): Json {
  if (!isJsonObject(schema) || place.depth > 12) return {}
  const inner = { ...place, depth: place.depth + 1 }
  const { $ref, oneOf, anyOf, allOf, ...own } = schema
  if (own.const !== undefined) return own.const
  const choice: readonly Json[] = Array.isArray(own.enum) ? own.enum : []
  if (choice[0] !== undefined) return choice[0]
  const parts = [typeof $ref === 'string' ? followed($ref, inner) : undefined, ...[oneOf, anyOf].map(first)]
  const whole = [...parts, ...listed(allOf)].filter((part) => part !== undefined)
  const values = whole.map((part) => shaped(part, inner))
  const mine = byType(own, inner)
  const objects = [...values, mine].filter(isJsonObject)
  if (objects.length > 0) return Object.assign({}, ...objects) as JsonObject
  return mine ?? values[0] ?? {}
}

function followed(ref: string, place: Place): Json {
  if (!ref.startsWith('#')) return place.read(ref)
  const keys = ref.slice(2).split('/')
  return keys.reduce<Json>((node, key) => (isJsonObject(node) ? (node[key] ?? {}) : {}), place.root ?? {})
}

function byType(schema: JsonObject, place: Place): Json | undefined {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object' || schema.properties !== undefined || schema.required !== undefined)
    return members(schema, place)
  if (type === 'array') return items(schema, place)
  if (type === 'string') return text(schema)
  if (type === 'integer' || type === 'number') return Number(schema.minimum ?? schema.exclusiveMinimum ?? 0) + 1
  if (type === 'boolean') return true
  return type === 'null' ? null : undefined
}

function members({ properties, required }: JsonObject, place: Place): JsonObject {
  const known = isJsonObject(properties) ? properties : {}
  const demanded = listed(required).filter((name) => typeof name === 'string')
  const names = place.which === 'all' ? new Set([...demanded, ...Object.keys(known)]) : demanded
  return Object.fromEntries([...names].map((name) => [name, shaped(known[name], place)]))
}

function items({ items: item, minItems }: JsonObject, place: Place): Json {
  const words = isJsonObject(item) && place.which === 'all' ? listed(item.enum) : []
  if (words.length > 0) return words
  return Array.from({ length: Math.max(1, Number(minItems ?? 0)) }, () => shaped(item, place))
}

const formats: Readonly<Record<string, string>> = {
  uri: 'https://rubbish.example/',
  'date-time': '2030-01-01T00:00:00Z',
  date: '2030-01-01',
  uuid: '6f0c4f5e-3a52-4c8e-9c1a-2d6b8a5f7e10',
  email: 'nobody@rubbish.example',
}

/** Meets the patterns that the official schemas give versions, countries and currencies. */
const patterned = ['3.0', '3.0.0', 'US', 'USD']

function text({ format, minLength, pattern }: JsonObject): string {
  const word = 'rubbish'.padEnd(Number(minLength ?? 0), 'h')
  if (typeof pattern !== 'string') return formats[String(format)] ?? word
  return [word, ...patterned].find((candidate) => new RegExp(pattern).test(candidate)) ?? word
}

function first(list: Json | undefined): Json | undefined {
  return listed(list)[0]
}

function listed(list: Json | undefined): readonly Json[] {
  return Array.isArray(list) ? list : []
}
