import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts'
import type { CompiledSchema, SchemaSet, TaskSchemas } from '../model/schema-set.ts'
import { inWords, schemaSite } from './schema-words.ts'
import { type CompiledFunction, errorsOf } from './validator.ts'

/** A bundle in the folder of bundles: the release as named, or the newest of a line such as 3.1. */
export function bundledRelease(bundles: string, wanted: string): { folder: string; release: string } | undefined {
  if (!existsSync(bundles)) return undefined
  const releases = readdirSync(bundles)
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name) && (name === wanted || name.startsWith(`${wanted}.`)))
    .sort((a, b) => Number(a.split('.')[2]) - Number(b.split('.')[2]))
  const release = releases.at(-1)
  return release === undefined ? undefined : { folder: join(bundles, release), release }
}

/** The schemas of an installed bundle. Each is compiled when it is first asked for; ajv is loaded with the first. */
export function openBundledSchemas(folder: string, release: string): SchemaSet {
  const root = join(folder, 'schemas')
  const { tools = {} } = readJson(join(root, 'manifest.json'))
  const tasks = new Map(
    Object.entries(isJsonObject(tools) ? tools : {}).map(([name, tool]) => [name, taskOf(root, tool)]),
  )
  const loaded = new Map<string, Promise<CompiledSchema | undefined>>()
  let compiler: Promise<Compile> | undefined
  return {
    release,
    task: (name) => tasks.get(name),
    load(ref) {
      compiler ??= openCompiler(root, release)
      const schema = loaded.get(ref) ?? compiler.then((compile) => compile(ref))
      loaded.set(ref, schema)
      return schema
    },
  }
}

function taskOf(root: string, tool: unknown): TaskSchemas {
  const {
    request_schema: request,
    response_schema: response,
    protocol,
    mutating,
    ...more
  } = isJsonObject(tool) ? tool : {}
  const required =
    typeof request === 'string' && existsSync(join(root, request)) ? readJson(join(root, request)).required : []
  return {
    ...(typeof request === 'string' ? { request } : {}),
    ...(typeof response === 'string' ? { response } : {}),
    ...(typeof protocol === 'string' ? { protocol } : {}),
    ...interimOf(more.async_response_schemas),
    mutating: mutating === true,
    requiresIdempotencyKey: Array.isArray(required) && required.includes('idempotency_key'),
  }
}

/** The schemas of replies that are not final yet, by the status in their names. */
function interimOf(refs: Json | undefined): Pick<TaskSchemas, 'interim'> {
  const names = Array.isArray(refs) ? (refs as readonly Json[]).map(String) : []
  const statuses = ['submitted', 'working', 'input-required'] as const
  const interim = Object.fromEntries(
    statuses.flatMap((status) =>
      names.filter((name) => name.endsWith(`-async-response-${status}.json`)).map((name) => [status, name]),
    ),
  )
  return Object.keys(interim).length === 0 ? {} : { interim }
}

type Compile = (ref: string) => Promise<CompiledSchema | undefined>

async function openCompiler(root: string, release: string): Promise<Compile> {
  const { ajvWith } = await import('./ajv-compiler.ts')
  const prefix = `/schemas/${release}/`
  const ajv = ajvWith(async (uri) => readJson(inside(root, uri.slice(prefix.length))))
  return async (ref) => {
    const file = inside(root, ref)
    if (!existsSync(file)) return undefined
    const id = `${prefix}${ref}`
    const validator = ajv.getSchema(id) ?? (await ajv.compileAsync(JSON.parse(await readFile(file, 'utf8'))))
    return {
      id,
      url: `${schemaSite}${id}`,
      validate: (value) => inWords(errorsOf(validator as CompiledFunction, value)),
    }
  }
}

/** A reference may only name a file of the bundle. */
function inside(root: string, ref: string): string {
  const file = normalize(join(root, ref))
  return file.startsWith(root + sep) ? file : join(root, 'no-such-schema')
}

function readJson(file: string): JsonObject {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return isJsonObject(value) ? value : {}
}
