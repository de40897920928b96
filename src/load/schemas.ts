import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import type { CompiledSchema, SchemaError, SchemaSet, TaskSchemas } from '../model/schema-set.ts'
import { packageRoot } from './package-root.ts'
import { importValidator, type RawSchemaError, type Validator } from './validator.ts'

/** What the build wrote down of one release. */
interface Manifest {
  readonly tasks: Readonly<Record<string, TaskSchemas>>
  /** By schema path: the schema's own id, and where its validator is. */
  readonly schemas: Readonly<Record<string, { readonly id: string; readonly module: string; readonly name: string }>>
}

const site = 'https://adcontextprotocol.org'
const opened = new Map<string, SchemaSet>()

/**
 * The official JSON Schemas of one AdCP release, such as 3.0.6.
 * @throws UsageError when this build does not carry that release
 */
export function openSchemaSet(release: string): SchemaSet {
  const set = opened.get(release) ?? open(release)
  opened.set(release, set)
  return set
}

function open(release: string): SchemaSet {
  const folder = join(builtReleases(release), release)
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const loaded = new Map<string, Promise<CompiledSchema | undefined>>()
  return {
    release,
    task: (name) => (Object.hasOwn(manifest.tasks, name) ? manifest.tasks[name] : undefined),
    load(ref) {
      const schema = loaded.get(ref) ?? compiled(folder, manifest, ref)
      loaded.set(ref, schema)
      return schema
    },
  }
}

function builtReleases(wanted: string): string {
  const folder = join(packageRoot(), 'dist', 'adcp')
  if (!existsSync(folder)) throw new Error(`${folder} is missing: build the program first, with "npm run build"`)
  const releases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'manifest.json')))
  if (releases.includes(wanted)) return folder
  throw new UsageError(
    `AdCP ${wanted} is not built into this version of the program. It can grade by AdCP ${releases.sort().join(', ')}.`,
  )
}

async function compiled(folder: string, manifest: Manifest, ref: string): Promise<CompiledSchema | undefined> {
  const entry = Object.hasOwn(manifest.schemas, ref) ? manifest.schemas[ref] : undefined
  if (!entry) return undefined
  const validator = await importValidator(join(folder, 'validators', `${entry.module}.mjs`), entry.name)
  return { id: entry.id, url: `${site}${entry.id}`, validate: (value) => errorsOf(validator, value) }
}

function errorsOf(validator: Validator, value: unknown): readonly SchemaError[] {
  return validator(value).map((error) => ({
    instancePath: error.instancePath,
    schemaPath: error.schemaPath,
    keyword: error.keyword,
    message: messageOf(error),
  }))
}

/** Ajv's message, with the name or the values that it leaves out. */
function messageOf({ keyword, params, message = keyword }: RawSchemaError): string {
  if (keyword === 'additionalProperties') return `${message}: "${params.additionalProperty}"`
  if (keyword === 'enum') return `${message}: ${(params.allowedValues as readonly unknown[]).join(', ')}`
  if (keyword === 'const') return `${message}: ${JSON.stringify(params.allowedValue)}`
  return message
}
