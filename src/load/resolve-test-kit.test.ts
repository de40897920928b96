import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onlyStoryboard } from './only-storyboard.fixture.ts'
import { packageRoot } from './package-root.ts'
import { resolveTestKit } from './resolve-test-kit.ts'
import { messageOf, scratchFolder } from './scratch-folder.fixture.ts'

const ref = 'test-kits/acme-outdoor.yaml'

async function storyboardIn(folder: string, kit: string) {
  const board = `id: x\nprerequisites:\n  test_kit: ${kit}\nphases:\n  - {id: p, steps: [{id: s, task: t}]}\n`
  const root = await scratchFolder({
    'a/b/x.yaml': board,
    ...(folder === '' ? {} : { [`${folder}/${ref}`]: 'id: own\n' }),
  })
  return { root, board: await onlyStoryboard(join(root, 'a/b/x.yaml')) }
}

describe('a test kit is found', () => {
  it.each(['a/b', 'a', '.'])('in %s, beside or above the storyboard', async (folder) => {
    const { root, board } = await storyboardIn(folder, ref)
    expect(resolveTestKit(ref, board)).toBe(join(root, folder, ref))
  })
  it('beside the storyboard first', async () => {
    const { root, board } = await storyboardIn('a/b', ref)
    expect(resolveTestKit(ref, board)).toBe(join(root, 'a/b', ref))
  })
  it('among the kits of this package last', async () => {
    const { board } = await storyboardIn('', ref)
    expect(join(packageRoot(), ref)).toContain(resolveTestKit(ref, board))
    expect(resolveTestKit('acme-outdoor.yaml', board)).toBe(resolveTestKit(ref, board))
  })
})

it('a missing test kit is said where it is named, with those that exist', async () => {
  const { board } = await storyboardIn('', 'test-kits/acme-outdor.yaml')
  const attempt = Promise.resolve().then(() => resolveTestKit('test-kits/acme-outdor.yaml', board))
  expect(await messageOf(attempt, board.file)).toBe(
    '3:3  no test kit "test-kits/acme-outdor.yaml" beside the storyboard or in a folder above it; this program brings acme-outdoor.yaml, nova-snacks.yaml; did you mean "acme-outdoor.yaml"?',
  )
})
