import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './pages.fixture.ts'

/** What the published declarations import from elsewhere, reached from the one file that users import. Made by the build. */
function imported(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const named = [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, name = '']) => name)
  return named.flatMap((name) =>
    name.startsWith('.') ? imported(resolve(dirname(file), name.replace(/\.(js|ts)$/, '.d.ts')), seen) : [name],
  )
}

it('the published types ask for no package, as none is installed with this one', () => {
  const packages = imported(join(root, 'dist/types/index.d.ts')).filter((name) => !name.startsWith('node:'))
  expect(packages).toEqual([])
})
