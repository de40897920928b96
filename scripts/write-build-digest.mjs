// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from './project.mjs'

/** Writes dist/build.json: SHA-256, in hex, over the built code, so that a self-test can be tied to the code that passed it. */
export function writeBuildDigest() {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?js$/.test(file))
  const hash = createHash('sha256')
  for (const file of files.map((name) => name.replaceAll('\\', '/')).sort())
    hash.update(`${file}\0`).update(readFileSync(join(dist, file)))
  writeFileSync(join(dist, 'build.json'), `${JSON.stringify({ digest: hash.digest('hex') })}\n`)
}
