import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../errors.ts'
import type { CompiledSchema, SchemaSet, TaskSchemas } from '../model/schema-set.ts'
import { bundledRelease, openBundledSchemas } from './bundled-schemas.ts'
import { packageRoot } from './package-root.ts'
import { inWords, officialBundle, schemaSite } from './schema-words.ts'
import { importValidator } from './validator.ts'

/** What the build wrote down of one release. */
interface Manifest {
  readonly tasks: Readonly<Record<string, TaskSchemas>>
  /** By schema path: the schema's own id, and where its validator is. */
  readonly schemas: Readonly<Record<string, { readonly id: string; readonly module: string; readonly name: string }>>
}

const opened = new Map<string, SchemaSet>()

/**
 * The official JSON Schemas of one AdCP release, such as 3.0.6: from the build, or from a bundle in the folder of bundles.
 * @throws UsageError when neither has that release, with the command that would help
 */
export function openSchemaSet(release: string, bundles?: string): SchemaSet {
  const key = `${release} ${bundles ?? ''}`
  const bundle = bundles === undefined ? undefined : bundledRelease(bundles, release)
  const set = opened.get(key) ?? (bundle ? openBundledSchemas(bundle.folder, bundle.release) : open(release))
  opened.set(key, set)
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
  const known = releases.sort().join(', ')
  throw new UsageError(
    `AdCP ${wanted} is not at hand; this build carries ${known}. Install its official bundle: adcp-gov-comply bundle add ${officialBundle(wanted)}`,
  )
}

async function compiled(folder: string, manifest: Manifest, ref: string): Promise<CompiledSchema | undefined> {
  const entry = Object.hasOwn(manifest.schemas, ref) ? manifest.schemas[ref] : undefined
  if (!entry) return undefined
  const validator = await importValidator(join(folder, 'validators', `${entry.module}.mjs`), entry.name)
  return { id: entry.id, url: `${schemaSite}${entry.id}`, validate: (value) => inWords(validator(value)) }
}
