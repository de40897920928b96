import { AuthoringError, type AuthoringProblem } from '../errors.ts'
import { readPath } from '../json/path.ts'
import type { Json, JsonObject } from '../model/json.ts'
import type { Located } from '../model/located.ts'
import type { Storyboard } from '../model/storyboard.ts'
import type { TestKit } from '../model/test-kit.ts'

interface Board {
  readonly source: Located<Storyboard>
  readonly kit: Located<TestKit> | undefined
}

const token = /\$test_kit\.([\w-]+(?:\.[\w-]+|\[\d+\])*)/g

/**
 * Finds what the storyboards draw from a test kit that the kit does not hold, before anything is sent. A task that is named by the
 * kit has a default of its own; storyboards of the official suite may leave a value out on purpose and are left alone.
 * @throws AuthoringError at the kit, one line for each missing path
 */
export function requireKitValues(boards: readonly Board[]): void {
  const missing = new Map<string, { kit: Located<TestKit>; path: string; by: Set<string> }>()
  for (const { source, kit } of boards) {
    if (!kit || !source.value.id.startsWith('governance_agent/')) continue
    for (const path of pathsIn(source.value)) {
      const value = readPath({ ...kit.value } as JsonObject, path)
      if (value !== undefined && value !== null) continue
      const gap = missing.get(`${kit.file} ${path}`) ?? { kit, path, by: new Set<string>() }
      gap.by.add(source.value.id)
      missing.set(`${kit.file} ${path}`, gap)
    }
  }
  if (missing.size > 0) throw new AuthoringError([...missing.values()].map(problem))
}

function problem({
  kit,
  path,
  by,
}: {
  kit: Located<TestKit>
  path: string
  by: ReadonlySet<string>
}): AuthoringProblem {
  const [first, ...others] = by
  const users = others.length > 0 ? `${first} and ${others.length} more storyboards use it` : `${first} uses it`
  return { file: kit.file, ...kit.locate(path.split('.')), message: `the test kit has no ${path}; ${users}` }
}

function pathsIn(board: Storyboard): ReadonlySet<string> {
  const steps = board.phases.flatMap(({ steps }) => steps)
  const texts = steps.flatMap(({ sample_request, validations }) => [
    ...strings(sample_request),
    ...strings(validations as Json | undefined),
  ])
  return new Set(texts.flatMap((text) => [...text.matchAll(token)].map(([, path = '']) => path)))
}

function strings(node: Json | undefined): readonly string[] {
  if (typeof node === 'string') return [node]
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap((item: Json) => strings(item)) : []
}
