import { addBundle } from '../../bundle/add.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'

/** Installs the official bundle of an AdCP release. */
export async function bundleAddCommand(source: string, flags: { readonly sha256?: string }, io: Io): Promise<number> {
  const { release, folder, sha256 } = await addBundle(source, bundlesFolder(io.env), flags)
  const checksum = sha256 === undefined ? '' : ` (SHA-256 ${sha256})`
  io.stdout.write(`AdCP ${release} is installed in ${folder}${checksum}\n`)
  return 0
}
