import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../errors.ts'
import { type DownloadLimits, download, isAddress } from './download.ts'
import { verifiedRelease } from './verify.ts'

const largestBytes = 256 * 1024 * 1024
const mostFiles = 20_000

export interface AddOptions {
  /** What the archive's SHA-256 must be, in hex. */
  readonly sha256?: string | undefined
  readonly limits?: DownloadLimits | undefined
}

export interface Added {
  readonly release: string
  readonly folder: string
  /** SHA-256 of the archive, in hex; undefined for a folder. */
  readonly sha256?: string
}

/**
 * Installs the official bundle of an AdCP release (schemas/ and compliance/, as a folder, a .tgz or its https address) in the folder of
 * bundles. Whole or not at all: it is unpacked beside its place and moved there when it is found sound; the one it replaces stays until
 * then.
 * @throws UsageError for what is no bundle, does not fit together, does not match its checksum, or is larger than one has reason to be
 */
export async function addBundle(source: string, bundles: string, { sha256, limits }: AddOptions = {}): Promise<Added> {
  const isFolder = !isAddress(source) && (await isFolderAt(source))
  if (isFolder && sha256 !== undefined) throw new UsageError('--sha256 is for an archive; a folder has no checksum')
  await mkdir(bundles, { recursive: true })
  const workshop = await mkdtemp(join(bundles, '.adding-'))
  try {
    const digest = isFolder ? await copyIn(source, workshop) : await archiveIn(source, workshop, { sha256, limits })
    const root = await bundleRoot(join(workshop, 'bundle'), source)
    const release = await verifiedRelease(root, source)
    await putInPlace(root, join(bundles, release))
    return { release, folder: join(bundles, release), ...(digest === undefined ? {} : { sha256: digest }) }
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function isFolderAt(source: string): Promise<boolean> {
  const info = await stat(source).catch(() => undefined)
  if (!info) throw new UsageError(`no such file or folder: ${source}`)
  return info.isDirectory()
}

/** Unpacks an archive from here or from elsewhere; its checksum. */
async function archiveIn(source: string, workshop: string, { sha256, limits }: AddOptions): Promise<string> {
  const file = isAddress(source) ? join(workshop, 'bundle.tgz') : source
  if (file !== source) await download(source, file, limits)
  const digest = await checkedDigest(file, source, sha256)
  const folder = join(workshop, 'bundle')
  await mkdir(folder)
  await unpack(file, source, folder)
  return digest
}

async function checkedDigest(file: string, source: string, wanted: string | undefined): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const digest = hash.digest('hex')
  if (wanted === undefined || wanted.toLowerCase() === digest) return digest
  throw new UsageError(`${source} has the SHA-256 ${digest}, not the one given: nothing was installed`)
}

async function copyIn(source: string, workshop: string): Promise<undefined> {
  await cp(source, join(workshop, 'bundle'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  })
}

/** Only plain files and folders, none outside, none without end. tar refuses absolute names and `..` by itself. */
async function unpack(file: string, source: string, workshop: string): Promise<void> {
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
    throw new UsageError(`${source} cannot be unpacked: ${reason}. Is it a .tgz?`)
  }
  if (excess)
    throw new UsageError(
      `${source} holds more than a bundle has reason to (256 MiB, 20,000 files): nothing was installed`,
    )
}

/** The folder with the bundle in it: the archive's top, or the one folder below. */
async function bundleRoot(folder: string, source: string): Promise<string> {
  const folders = [folder, ...(await readdir(folder)).map((name) => join(folder, name))]
  const root = folders.find((one) => existsSync(join(one, 'schemas', 'manifest.json')))
  if (root !== undefined) return root
  throw new UsageError(`${source} is no AdCP bundle: it has no schemas/manifest.json`)
}

/** The old one comes back when the new one cannot take its place. */
async function putInPlace(root: string, place: string): Promise<void> {
  const old = `${place}.old`
  await rm(old, { recursive: true, force: true })
  const replaces = existsSync(place)
  if (replaces) await rename(place, old)
  try {
    await rename(root, place)
  } catch (error) {
    if (replaces) await rename(old, place)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}
