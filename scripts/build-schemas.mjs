// @ts-check
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileValidators, newAjv } from './compile-validators.mjs'
import { officialLicence, officialManifest, readOfficialSchemas, refsNamedByStoryboards } from './official-data.mjs'
import { copyOfficialStoryboards } from './official-storyboards.mjs'
import { dist, packageFolder, root } from './project.mjs'
import { rebuildWhenChanged } from './rebuild-when-changed.mjs'
import { trimSchema } from './trim-schema.mjs'

const ourFolder = join(root, 'schemas')

/** Compiles the official schemas of one AdCP release, and the schemas of our own file formats, unless nothing changed. */
export async function buildSchemas() {
  const tools = ['@adcp/sdk', 'ajv', 'ajv-formats', 'esbuild'].map((name) => join(packageFolder(name), 'package.json'))
  const scripts = filesOf(join(root, 'scripts'), '.mjs')
  const common = [...tools, ...scripts]
  const official = join(dist, 'adcp', officialManifest.adcp_version)
  await rebuildWhenChanged(official, common, buildOfficial)
  await rebuildWhenChanged(join(dist, 'validators'), [...common, ...filesOf(ourFolder, '.schema.json')], buildOurs)
}

/** @param {string} folder */
async function buildOfficial(folder) {
  const schemas = readOfficialSchemas()
  const tasks = Object.entries(officialManifest.tools)
  const named = [
    ...tasks.flatMap(([, tool]) => [tool.request_schema, tool.response_schema, ...tool.async_response_schemas]),
    ...refsNamedByStoryboards(),
  ]
  const refs = [...new Set(named.filter((ref) => schemas.has(ref)))].sort()
  const entries = Object.fromEntries(refs.map((ref) => [ref, { id: schemas.get(ref)?.$id, ...placeOf(ref) }]))
  const ajv = newAjv({ strict: false })
  ajv.addSchema([...schemas.values()].map(trimSchema))
  await compileValidators(ajv, modulesOf(entries), join(folder, 'validators'))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifestOf(tasks, schemas, entries)))
  copyOfficialStoryboards(join(folder, 'compliance'))
  copyFileSync(officialLicence, join(folder, 'LICENSE'))
}

/** @param {string} folder */
async function buildOurs(folder) {
  const ajv = newAjv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true })
  const modules = filesOf(ourFolder, '.schema.json').map((file) => {
    const schema = JSON.parse(readFileSync(file, 'utf8'))
    const name = file.slice(ourFolder.length + 1, -'.schema.json'.length)
    ajv.addSchema(trimSchema(schema), name)
    return [name, { validate: name }]
  })
  await compileValidators(ajv, Object.fromEntries(modules), folder)
}

/**
 * Which module holds the validator of a schema (one per folder: tasks of one protocol share most of their parts), and under which name.
 * @param {string} ref
 */
function placeOf(ref) {
  const [module, ...rest] = ref.replace(/\.json$/, '').split('/')
  return { module: String(module), name: rest.join('_').replaceAll('-', '_') }
}

/** @param {Record<string, { id: string, module: string, name: string }>} entries */
function modulesOf(entries) {
  /** @type {Record<string, Record<string, string>>} */
  const modules = {}
  for (const { id, module, name } of Object.values(entries)) modules[module] = { ...modules[module], [name]: id }
  return modules
}

/**
 * @param {[string, import('./official-data.mjs').Tool][]} tasks
 * @param {Map<string, import('./official-data.mjs').Schema>} schemas
 * @param {object} entries
 */
function manifestOf(tasks, schemas, entries) {
  return {
    release: officialManifest.adcp_version,
    tasks: Object.fromEntries(tasks.map(([name, tool]) => [name, taskOf(tool, schemas)])),
    errorCodes: Object.fromEntries(
      Object.entries(officialManifest.error_codes).map(([code, { recovery }]) => [code, { recovery }]),
    ),
    schemas: entries,
  }
}

/**
 * @param {import('./official-data.mjs').Tool} tool
 * @param {Map<string, import('./official-data.mjs').Schema>} schemas
 */
function taskOf(tool, schemas) {
  const request = schemas.get(tool.request_schema)
  return {
    ...(request ? { request: tool.request_schema } : {}),
    ...(schemas.has(tool.response_schema) ? { response: tool.response_schema } : {}),
    ...interimOf(tool),
    protocol: tool.protocol,
    mutating: tool.mutating,
    requiresIdempotencyKey: request?.required?.includes('idempotency_key') ?? false,
  }
}

/**
 * The schemas of replies that are not final yet, by the status that such a reply has.
 * @param {import('./official-data.mjs').Tool} tool
 */
function interimOf({ async_response_schemas: refs }) {
  const statuses = ['submitted', 'working', 'input-required']
  const interim = Object.fromEntries(
    statuses.flatMap((status) =>
      refs.filter((ref) => ref.endsWith(`-async-response-${status}.json`)).map((ref) => [status, ref]),
    ),
  )
  return Object.keys(interim).length === 0 ? {} : { interim }
}

/**
 * @param {string} folder
 * @param {string} ending
 */
function filesOf(folder, ending) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(folder, file))
}
