import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AuthoringError, UsageError } from '../errors.ts'
import { loadOfficialSuite } from '../load/official.ts'
import { isJsonObject, type JsonObject } from '../model/json.ts'

/**
 * The release of an unpacked bundle in which everything fits together: each schema is JSON and of that release, each task has its
 * schemas, each storyboard loads.
 * @throws UsageError that names the first thing that is wrong
 */
export async function verifiedRelease(root: string, source: string): Promise<string> {
  const manifest = await readJson(join(root, 'schemas'), 'manifest.json', source)
  const release = manifest.adcp_version
  if (typeof release !== 'string' || !/^\d+\.\d+\.\d+$/.test(release))
    throw new UsageError(`${source}: schemas/manifest.json names no adcp_version such as 3.1.19`)
  await verifySchemas(join(root, 'schemas'), release, source)
  verifyTasks(join(root, 'schemas'), manifest, source)
  await verifyStoryboards(join(root, 'compliance'), release, source)
  return release
}

async function verifySchemas(folder: string, release: string, source: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, encoding: 'utf8' })
  for (const file of entries.filter((name) => name.endsWith('.json'))) {
    const { $id } = await readJson(folder, file, source)
    const isOfOther = typeof $id === 'string' && $id.startsWith('/schemas/') && !$id.startsWith(`/schemas/${release}/`)
    if (isOfOther)
      throw new UsageError(`${source}: schemas/${file} is ${$id}, not of release ${release}: nothing was installed`)
  }
}

function verifyTasks(folder: string, { tools }: JsonObject, source: string): void {
  for (const [task, tool] of Object.entries(isJsonObject(tools) ? tools : {})) {
    const { request_schema: request, response_schema: response } = isJsonObject(tool) ? tool : {}
    const missing = [request, response].find((ref) => typeof ref === 'string' && !existsSync(join(folder, ref)))
    if (missing !== undefined)
      throw new UsageError(`${source}: the schema ${missing} of the task ${task} is missing: nothing was installed`)
  }
}

/** A bundle may come without storyboards; then it grades ours. */
async function verifyStoryboards(folder: string, release: string, source: string): Promise<void> {
  if (!existsSync(folder)) return
  const { adcp_version: version } = await readJson(folder, 'index.json', source, 'compliance')
  if (version !== release)
    throw new UsageError(
      `${source}: the schemas are of ${release} and the storyboards of ${JSON.stringify(version)}: nothing was installed`,
    )
  try {
    await loadOfficialSuite(folder, release)
  } catch (error) {
    if (!(error instanceof AuthoringError) && !(error instanceof UsageError)) throw error
    const [first] = error.message.replaceAll(`${folder}/`, '').split('\n')
    throw new UsageError(`${source}: a storyboard cannot be read, ${first}: nothing was installed`)
  }
}

async function readJson(folder: string, file: string, source: string, name = 'schemas'): Promise<JsonObject> {
  try {
    const value: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'))
    return isJsonObject(value) ? value : {}
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    throw new UsageError(`${source}: ${name}/${file} ${why}: nothing was installed`)
  }
}
