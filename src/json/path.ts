import { AuthoringDefect } from '../errors.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isJsonObject } from '../model/json.ts'

export type PathToken = string | number

const longestPath = 1024
const token = /([^.[\]]+)|\[(\d+)\]/y
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads the storyboard path syntax: `a.b[0].c`.
 * @throws AuthoringDefect for anything else (wildcards included), or for more than 1,024 characters.
 */
export function parsePath(path: string): readonly PathToken[] {
  if (path.length > longestPath)
    throw new AuthoringDefect(`a path of ${path.length} characters is too long (1,024 at most)`)
  const tokens: PathToken[] = []
  let at = 0
  while (at < path.length) {
    if (at > 0 && path[at] === '.') at += 1
    token.lastIndex = at
    const match = token.exec(path)
    if (!match) throw new AuthoringDefect(`"${path}" is not a path: write it like plans[0].plan_id`)
    tokens.push(match[1] ?? Number(match[2]))
    at = token.lastIndex
  }
  return tokens
}

/** The value at a path, own properties only; undefined when there is none. A list has a `length`, as in `plans.length`. */
export function readPath(value: Json | undefined, path: string | readonly PathToken[]): Json | undefined {
  const tokens = typeof path === 'string' ? parsePath(path) : path
  return tokens.reduce<Json | undefined>(step, value)
}

function step(value: Json | undefined, key: PathToken): Json | undefined {
  if (typeof key === 'number') return Array.isArray(value) ? (value as readonly Json[])[key] : undefined
  if (Array.isArray(value)) return key === 'length' ? value.length : undefined
  if (!isJsonObject(value) || forbidden.has(key) || !Object.hasOwn(value, key)) return undefined
  return value[key]
}

/** A copy of the value with one place set; objects and arrays on the way are made when absent. */
export function writePath(value: Json | undefined, path: string | readonly PathToken[], to: Json): Json {
  const [head, ...rest] = typeof path === 'string' ? parsePath(path) : path
  if (head === undefined) return to
  if (typeof head === 'number') {
    const items = Array.isArray(value) ? [...(value as readonly Json[])] : []
    items[head] = writePath(items[head], rest, to)
    return items
  }
  if (forbidden.has(head)) throw new AuthoringDefect(`"${head}" cannot be set`)
  const object: JsonObject = isJsonObject(value) ? value : {}
  return { ...object, [head]: writePath(object[head], rest, to) }
}

/** RFC 6901. */
export function toPointer(path: string | readonly PathToken[]): string {
  const tokens = typeof path === 'string' ? parsePath(path) : path
  return tokens.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
