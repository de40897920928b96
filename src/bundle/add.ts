import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../errors.ts'
import { isJsonObject } from '../model/json.ts'

const largestBytes = 256 * 1024 * 1024
const mostFiles = 20_000

export interface Added {
  readonly release: string
  readonly folder: string
  /** SHA-256 of the archive, in hex; undefined for a folder. */
  readonly sha256?: string
}

/**
 * Installs the official bundle of an AdCP release (schemas/ and compliance/, as a folder or .tgz) in the folder of bundles.
 * Whole or not at all: it is unpacked beside its place and moved there when it is found sound; the one it replaces stays until then.
 * @throws UsageError for what is no bundle, does not match its checksum, or is larger than a bundle has reason to be
 */
export async function addBundle(source: string, bundles: string, sha256?: string): Promise<Added> {
  const info = await stat(source).catch(() => undefined)
  if (!info) throw new UsageError(`no such file or folder: ${source}`)
  if (info.isDirectory() && sha256 !== undefined)
    throw new UsageError('--sha256 is for an archive; a folder has no checksum')
  const digest = info.isDirectory() ? undefined : await checkedDigest(source, sha256)
  await mkdir(bundles, { recursive: true })
  const workshop = await mkdtemp(join(bundles, '.adding-'))
  try {
    if (info.isDirectory()) await copyIn(source, workshop)
    else await unpack(source, workshop)
    const { root, release } = await soundBundle(workshop, source)
    await putInPlace(root, join(bundles, release))
    return { release, folder: join(bundles, release), ...(digest === undefined ? {} : { sha256: digest }) }
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function checkedDigest(file: string, wanted: string | undefined): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const digest = hash.digest('hex')
  if (wanted === undefined || wanted.toLowerCase() === digest) return digest
  throw new UsageError(`${file} has the SHA-256 ${digest}, not the one given: nothing was installed`)
}

async function copyIn(source: string, workshop: string): Promise<void> {
  await cp(source, join(workshop, 'bundle'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  })
}

/** Only plain files and folders, none outside, none without end. tar refuses absolute names and `..` by itself. */
async function unpack(file: string, workshop: string): Promise<void> {
  const { extract } = await import('tar')
  let bytes = 0
  let files = 0
  let excess = false
  const filter = (_path: string, entry: object): boolean => {
    const { type, size } = entry as { readonly type?: string; readonly size?: number }
    files += 1
    bytes += size ?? 0
    excess ||= bytes > largestBytes || files > mostFiles
    return !excess && (type === 'File' || type === 'OldFile' || type === 'Directory')
  }
  try {
    // In one go: an extraction that fails half way must not go on writing while its folder is thrown away.
    extract({ file, cwd: workshop, strict: true, filter, sync: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${file} cannot be unpacked: ${reason}. Is it a .tgz?`)
  }
  if (excess)
    throw new UsageError(
      `${file} holds more than a bundle has reason to (256 MiB, 20,000 files): nothing was installed`,
    )
}

async function soundBundle(workshop: string, source: string): Promise<{ root: string; release: string }> {
  const folders = [workshop, ...(await readdir(workshop)).map((name) => join(workshop, name))]
  for (const root of folders) {
    const text = await readFile(join(root, 'schemas', 'manifest.json'), 'utf8').catch(() => undefined)
    if (text !== undefined) return { root, release: releaseIn(text, source) }
  }
  throw new UsageError(`${source} is no AdCP bundle: it has no schemas/manifest.json`)
}

function releaseIn(manifest: string, source: string): string {
  let value: unknown
  try {
    value = JSON.parse(manifest)
  } catch {
    throw new UsageError(`${source}: schemas/manifest.json is not JSON`)
  }
  const release = isJsonObject(value) ? value.adcp_version : undefined
  if (typeof release === 'string' && /^\d+\.\d+\.\d+$/.test(release)) return release
  throw new UsageError(`${source}: schemas/manifest.json names no adcp_version such as 3.1.19`)
}

async function putInPlace(root: string, place: string): Promise<void> {
  const old = `${place}.old`
  await rm(old, { recursive: true, force: true })
  await rename(place, old).catch(() => undefined)
  await rename(root, place)
  await rm(old, { recursive: true, force: true })
}
