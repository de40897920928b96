import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { AuthoringError } from '../errors.ts'
import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { didYouMean } from './did-you-mean.ts'
import { packageRoot } from './package-root.ts'

/**
 * The file of the test kit that a storyboard names in `prerequisites.test_kit`: beside the storyboard, in the folders above it,
 * or among the kits of this package. So an official tree keeps its own kits.
 * @throws AuthoringError at that key when there is no such kit
 */
export function resolveTestKit(ref: string, storyboard: Located<Storyboard>): string {
  const found = foldersAbove(storyboard.file)
    .map((folder) => join(folder, ref))
    .concat(join(packageRoot(), ref), join(shippedKits(), ref))
    .find((file) => existsSync(file))
  if (found !== undefined) return readable(found)
  const known = readdirSync(shippedKits()).filter((name) => name.endsWith('.yaml'))
  const hint = didYouMean(basename(ref), known)
  const message = `no test kit "${ref}" beside the storyboard or in a folder above it; this program brings ${known.join(', ')}${hint}`
  const place = storyboard.locate(['prerequisites', 'test_kit'])
  throw new AuthoringError([{ file: storyboard.file, ...place, message }])
}

function foldersAbove(file: string): string[] {
  const folders = [dirname(resolve(file))]
  for (let last = folders.at(-1) ?? ''; dirname(last) !== last; last = folders.at(-1) ?? '') folders.push(dirname(last))
  return folders
}

function shippedKits(): string {
  return join(packageRoot(), 'test-kits')
}

/** As a person would type it from here, when the file is below the current folder. */
function readable(file: string): string {
  const near = relative('', file)
  return near.startsWith('..') ? file : near
}
