import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findStoryboards } from './find-storyboards.ts'
import { onlyStoryboard } from './only-storyboard.fixture.ts'
import { packageRoot } from './package-root.ts'
import { resolveTestKit } from './resolve-test-kit.ts'
import { loadTestKit } from './test-kit.ts'

const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))
const corpus = join(sdk, 'compliance/cache/3.0.6')

async function officialStoryboards(): Promise<readonly string[]> {
  const files = await findStoryboards(corpus)
  // domains/ repeats protocols/.
  return files.filter((file) => !file.startsWith(join(corpus, 'domains')))
}

describe('the official storyboards of AdCP 3.0.6', () => {
  it('all load', async () => {
    const boards = await Promise.all((await officialStoryboards()).map(onlyStoryboard))
    expect(boards).toHaveLength(62)
    expect(boards.flatMap(({ value }) => value.phases.flatMap(({ steps }) => steps))).toHaveLength(384)
  })
  it('find the test kits of their own tree, which load', async () => {
    for (const file of await officialStoryboards()) {
      const board = await onlyStoryboard(file)
      const ref = board.value.prerequisites?.test_kit
      if (ref !== undefined) expect(join(packageRoot(), resolveTestKit(ref, board))).toContain(corpus)
    }
    const kits = (await readdir(join(corpus, 'test-kits'))).map((name) => loadTestKit(join(corpus, 'test-kits', name)))
    expect(await Promise.all(kits)).toHaveLength(8)
  })
})

const seeds = join(packageRoot(), '../shared/seeds')
const seedsAreHere = existsSync(seeds)
if (!seedsAreHere) console.info(`The old storyboards are not at ${seeds}: that they load is not tested.`)

describe.skipIf(!seedsAreHere)('the storyboards of older releases', () => {
  it.each([
    ['storyboards-4.22.0', 21],
    ['storyboards-4.23.0', 27],
  ])('%s all load', async (name, count) => {
    const boards = await Promise.all((await findStoryboards(join(seeds, name))).map(onlyStoryboard))
    expect(boards).toHaveLength(count)
  })
})
