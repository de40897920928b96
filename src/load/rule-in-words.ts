import { isJsonObject } from '../model/json.ts'
import { didYouMean } from './did-you-mean.ts'
import { nearestNames } from './nearest-names.ts'
import type { RawSchemaError } from './validator.ts'

/** What the value lacks, to be read after the name of the place: `needs "task"`, `must be text, not a number`. */
export function ruleInWords(error: RawSchemaError, value: unknown, alternatives: readonly string[]): string {
  const { keyword, params, message } = error
  switch (keyword) {
    case 'required':
      return needs([String(params.missingProperty)], value)
    case 'anyOf':
      return needs(alternatives, value)
    case 'additionalProperties':
      return `has no key "${params.additionalProperty}" in this format`
    case 'type':
      return wrongType(params.type, value)
    case 'enum':
      return notAmong(params.allowedValues as readonly unknown[], value)
    case 'pattern':
      return `is ${quoted(value)}, which does not have the form ${params.pattern}`
    case 'format':
      return `is ${quoted(value)}, which is not ${formats[String(params.format)] ?? `a ${params.format}`}`
    case 'minLength':
    case 'minItems':
      return params.limit === 1 ? 'must not be empty' : `must have at least ${params.limit} ${units[keyword]}`
    case 'maxLength':
      return `must have at most ${params.limit} characters`
    case 'uniqueItems':
      return `lists the same thing twice (items ${params.j} and ${params.i}, counted from 0)`
    default:
      return `is ${quoted(value)}, which ${message ?? `breaks the rule "${keyword}"`}`
  }
}

const units = { minLength: 'characters', minItems: 'items' } as const

const formats: Readonly<Record<string, string>> = {
  'date-time': 'an instant like 2027-04-01T00:00:00Z',
  uri: 'an address like https://seller.example/mcp',
}

function needs(keys: readonly string[], value: unknown): string {
  const near = isJsonObject(value) ? keys.flatMap((key) => nearestNames(key, Object.keys(value))) : []
  const hint = near.length === 0 ? '' : `; is "${near[0]}" a slip of the pen?`
  return `needs ${keys.map((key) => `"${key}"`).join(' or ')}${hint}`
}

function notAmong(allowed: readonly unknown[], value: unknown): string {
  const hint = typeof value === 'string' ? didYouMean(value, allowed.map(String)) : ''
  return `is ${quoted(value)}, which is not one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}${hint}`
}

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  null: 'empty',
}

function wrongType(wanted: unknown, value: unknown): string {
  const words = (Array.isArray(wanted) ? wanted : [wanted]).map((type) => types[String(type)] ?? String(type))
  const isScalar = typeof value === 'number' || typeof value === 'boolean'
  const hint = isScalar && words.includes('text') ? `: put it in quotes, "${value}"` : ''
  return `must be ${words.join(' or ')}, not ${typeInWords(value)}${hint}`
}

function typeInWords(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return types[typeof value] ?? typeof value
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'empty'
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`
}
