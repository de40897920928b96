import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '../../checks/index.ts'
import { pseudoTasks } from '../../execute/pseudo/index.ts'
import { invariants } from '../../invariants/index.ts'
import { pseudoTasks as plannedPseudoTasks } from '../../select/pseudo-tasks.ts'
import { findStoryboards } from '../find-storyboards.ts'
import { officialFolder } from '../official.ts'
import { onlyStoryboard } from '../only-storyboard.fixture.ts'
import { packageRoot } from '../package-root.ts'
import { blockedChecks, officialChecks } from './language-checks.ts'
import { languagePage } from './language-page.ts'
import { languageTable } from './language-table.ts'
import type { Since, Word } from './word.ts'
import { wordsUsed } from './words-used.fixture.ts'

const words = new Map<string, Since>([
  ...Object.entries<Readonly<Record<string, Word>>>(languageTable).flatMap(([place, rows]) =>
    Object.entries(rows).map(([word, { since }]): [string, Since] => [`${place} ${word}`, since]),
  ),
  ...Object.entries(officialChecks).map(([kind, since]): [string, Since] => [`check ${kind}`, since]),
])

/** Words that a folder of storyboards uses and the table does not know, or has as newer. */
async function unknownIn(folder: string, known: readonly Since[]): Promise<readonly string[]> {
  const unknown = new Set<string>()
  for (const file of await findStoryboards(folder)) {
    for (const word of wordsUsed((await onlyStoryboard(file)).value)) {
      const since = words.get(word)
      if (since === undefined || !known.includes(since)) unknown.add(`${word} (${since ?? 'unknown'})`)
    }
  }
  return [...unknown].sort()
}

describe('the table of the language', () => {
  it('knows every word of the official storyboards of AdCP 3.0.6, and none of them is blocked', async () => {
    const folder = officialFolder('3.0.6') ?? ''
    expect(await unknownIn(folder, ['old', '3.0'])).toEqual([])
    const used = new Set<string>()
    for (const file of await findStoryboards(folder))
      for (const word of wordsUsed((await onlyStoryboard(file)).value)) used.add(word)
    const isBlocked = (kind: string) => kind in blockedChecks
    expect([...used].filter((word) => word.startsWith('check ') && isBlocked(word.slice(6)))).toEqual([])
    const blocked = Object.entries(languageTable.task).flatMap(([task, { use }]) => (use === 'blocked' ? [task] : []))
    expect(blocked.filter((task) => used.has(`task ${task}`))).toEqual([])
  })

  it('has each official kind of check either evaluated or blocked with its reason', () => {
    const evaluated = new Set<string>(checks.map(({ kind }) => kind))
    expect(Object.keys(officialChecks).filter((kind) => !evaluated.has(kind))).toEqual(Object.keys(blockedChecks))
    const official = [...evaluated].filter((kind) => !kind.startsWith('gov_') && !(kind in officialChecks))
    expect(official).toEqual([])
  })

  it('has each task of the runner and each invariant that there is', () => {
    const inTable = Object.entries(languageTable.task).flatMap(([task, { use }]) => (use === 'run' ? [task] : []))
    expect(pseudoTasks.map(({ task }) => task).toSorted()).toEqual(inTable.toSorted())
    expect([...plannedPseudoTasks].toSorted()).toEqual(inTable.toSorted())
    expect(invariants.map(({ id }) => id).toSorted()).toEqual(Object.keys(languageTable.invariant).toSorted())
  })

  it('is what docs/language.md shows', () => {
    const page = readFileSync(join(packageRoot(), 'docs', 'language.md'), 'utf8')
    expect(page, 'run "npm run publish-language"').toBe(languagePage())
  })
})

const seeds = join(packageRoot(), '../shared/seeds')
const bundle = join(packageRoot(), '../shared/adcp/adcp-3.1.19.tgz')
for (const path of [seeds, bundle])
  if (!existsSync(path)) console.info(`${path} is not there: that the table knows its words is not tested.`)

it.skipIf(!existsSync(seeds)).each(['storyboards-4.22.0', 'storyboards-4.23.0'])(
  'the table knows every word of the old %s',
  async (name) => {
    expect(await unknownIn(join(seeds, name), ['old'])).toEqual([])
  },
)

it.skipIf(!existsSync(bundle))(
  'the table knows every word of AdCP 3.1.19',
  async () => {
    const { addBundle } = await import('../../bundle/add.ts')
    const { scratchFolder } = await import('../scratch-folder.fixture.ts')
    const { folder } = await addBundle(bundle, await scratchFolder({}))
    expect(await unknownIn(join(folder, 'compliance'), ['old', '3.0', '3.1'])).toEqual([])
  },
  60_000,
)
