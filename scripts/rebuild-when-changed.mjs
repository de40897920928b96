// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { dist } from './project.mjs'

/**
 * Makes a folder anew with `build`, unless it was made from these very files. A folder is never seen half made.
 * @param {string} folder
 * @param {readonly string[]} inputs files
 * @param {(folder: string) => Promise<void>} build
 */
export async function rebuildWhenChanged(folder, inputs, build) {
  const digest = digestOf(inputs)
  const stamp = join(folder, '.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  const fresh = join(dist, `.new-${process.pid}`)
  mkdirSync(fresh, { recursive: true })
  try {
    await build(fresh)
    writeFileSync(join(fresh, '.stamp'), digest)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(dirname(folder), { recursive: true })
    renameSync(fresh, folder)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** @param {readonly string[]} files */
function digestOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(basename(file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
