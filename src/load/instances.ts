import { AuthoringError, type AuthoringProblem } from '../errors.ts'
import { type PathToken, parsePath, readPath } from '../json/path.ts'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import { didYouMean } from './did-you-mean.ts'

type Path = readonly PathToken[]

interface Template extends JsonObject {
  readonly id: string
  readonly instances: readonly Instance[]
}

interface Instance extends JsonObject {
  readonly id: string
}

/** As a key of a mapping: all keys of that value of the instance, but for those that stand beside it. */
const spread = '...'
const named = /\$instance\.([\w-]+(?:\.[\w-]+|\[\d+\])*)/g
const nothingButNamed = new RegExp(`^${named.source}$`)

/**
 * The storyboards that a text with `instances` stands for: each has the values of its instance in the place of `$instance.<path>`, and
 * the id of its instance after its own. A text without them stands for itself; what is wrong with the list is left to the schema.
 * @throws AuthoringError for a value that an instance does not have, and for an id that two of them share
 */
export function instancesOf(source: Located<unknown>): readonly Located<unknown>[] {
  const template = source.value
  if (!isTemplate(template)) return [source]
  const problems = [...sharedIds(template, source), ...template.instances.flatMap(gapsIn(template, source))]
  if (problems.length > 0) throw new AuthoringError(problems)
  return template.instances.map((instance, at) => ({
    file: source.file,
    value: { ...filledObject(template, instance), id: `${template.id}/${instance.id}`, instances: template.instances },
    locate: (path) => source.locate(writtenAt(template, path, at)),
  }))
}

function isTemplate(value: unknown): value is Template {
  if (!isJsonObject(value) || typeof value.id !== 'string' || !Array.isArray(value.instances)) return false
  return value.instances.length > 0 && value.instances.every((one) => isJsonObject(one) && typeof one.id === 'string')
}

function sharedIds({ instances }: Template, source: Located<unknown>): readonly AuthoringProblem[] {
  return instances.flatMap(({ id }, at) => {
    const first = instances.findIndex((one) => one.id === id)
    if (first === at) return []
    const { line } = source.locate(['instances', first, 'id'])
    const message = `the instance id "${id}" is already used in line ${line}; give each instance its own`
    return [{ file: source.file, ...source.locate(['instances', at, 'id']), message }]
  })
}

/** What an instance would have to give and does not, each at the place that asks for it. */
function gapsIn({ instances: _, ...rest }: Template, source: Located<unknown>) {
  const asked = namesIn(rest, [])
  return (instance: Instance): readonly AuthoringProblem[] =>
    asked.flatMap(({ name, path, fits, wanted }) => {
      const value = readPath(instance, name)
      if (value !== undefined && fits(value)) return []
      const lack =
        value === undefined
          ? `has no "${name}"${didYouMean(name, pathsIn(instance))}`
          : `gives for "${name}" what is no ${wanted}`
      return [{ file: source.file, ...source.locate(path), message: `the instance "${instance.id}" ${lack}` }]
    })
}

interface Asked {
  readonly name: string
  readonly path: Path
  /** Whether a value can stand at this place, and what could, in words. */
  readonly fits: (value: Json) => boolean
  readonly wanted: string
}

function namesIn(value: Json | undefined, path: Path): readonly Asked[] {
  if (typeof value === 'string') return [...value.matchAll(named)].map(([, name = '']) => askedBy(value, name, path))
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => namesIn(item, [...path, i]))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => namesIn(item, [...path, key]))
}

function askedBy(text: string, name: string, path: Path): Asked {
  if (path.at(-1) === spread) return { name, path, fits: isJsonObject, wanted: 'mapping of keys to values' }
  if (nothingButNamed.test(text)) return { name, path, fits: () => true, wanted: 'value' }
  return { name, path, fits: isText, wanted: 'text that can stand among other words' }
}

function isText(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function pathsIn(value: Json, above = ''): readonly string[] {
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => [`${above}${key}`, ...pathsIn(item ?? null, `${above}${key}.`)])
}

function filled(value: Json, instance: Instance): Json {
  if (typeof value === 'string') return filledText(value, instance)
  if (Array.isArray(value)) return value.map((item: Json) => filled(item, instance))
  return isJsonObject(value) ? filledObject(value, instance) : value
}

function filledText(text: string, instance: Instance): Json {
  const [, whole] = nothingButNamed.exec(text) ?? []
  if (whole !== undefined) return readPath(instance, whole) ?? null
  return text.replace(named, (_, name: string) => String(readPath(instance, name)))
}

function filledObject({ [spread]: shared, ...own }: JsonObject, instance: Instance): JsonObject {
  const given = shared === undefined ? {} : filled(shared, instance)
  const rest = Object.entries(own).map(([key, value]) => [key, filled(value ?? null, instance)] as const)
  return { ...(isJsonObject(given) ? given : {}), ...Object.fromEntries(rest) }
}

/** Where the author wrote what stands at this path of an instance: in the text that they share, or in the instance. */
function writtenAt(template: Template, path: Path, at: number): Path {
  let node: Json | undefined = template
  for (const [depth, key] of path.entries()) {
    const name = nameOf(node)
    if (name !== undefined) return ['instances', at, ...parsePath(name), ...path.slice(depth)]
    node = memberOf(node, key)
  }
  const name = nameOf(node)
  return name === undefined ? path : ['instances', at, ...parsePath(name)]
}

function nameOf(node: Json | undefined): string | undefined {
  return typeof node === 'string' ? nothingButNamed.exec(node)?.[1] : undefined
}

function memberOf(node: Json | undefined, key: PathToken): Json | undefined {
  const isSpread = isJsonObject(node) && !Object.hasOwn(node, key) && typeof node[spread] === 'string'
  return isSpread ? `${node[spread]}.${key}` : readPath(node, [key])
}
