import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'

const root = join(dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json')), 'compliance/cache/3.0.6')

/** The ids of all official storyboards of AdCP 3.0.6, each once. */
export function officialIds(): readonly string[] {
  const files = ['universal', 'protocols', 'specialisms'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  )
  const boards = files.filter((file) => file.endsWith('.yaml')).map((file) => parse(readFileSync(file, 'utf8')))
  return boards.filter((board) => Array.isArray(board?.phases)).map((board) => String(board.id))
}
