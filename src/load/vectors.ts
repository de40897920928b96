import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, normalize, sep } from 'node:path'
import type { Json } from '../model/json.ts'

/** The official test vectors of one release. */
export interface Vectors {
  /** The names of the vectors of a folder, without `.json`; none when there is no such folder. */
  names(folder: string): readonly string[]
  /** Undefined when there is no such file. */
  read(path: string): Promise<Json | undefined>
}

/** The vectors below the folder of a release's official storyboards; none of them when that is undefined. */
export function openVectors(compliance: string | undefined): Vectors {
  const root = compliance === undefined ? undefined : join(compliance, 'test-vectors')
  const place = (path: string) => (root === undefined ? undefined : inside(root, path))
  return {
    names(folder) {
      const at = place(folder)
      const files = at !== undefined && existsSync(at) ? readdirSync(at) : []
      return files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
    },
    async read(path) {
      const at = place(path)
      return at !== undefined && existsSync(at) ? (JSON.parse(await readFile(at, 'utf8')) as Json) : undefined
    },
  }
}

/** Storyboards name the files: they must not lead out of the folder. */
function inside(root: string, path: string): string | undefined {
  const file = normalize(join(root, path))
  return file.startsWith(root + sep) ? file : undefined
}
