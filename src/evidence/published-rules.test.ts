import { beforeAll, describe, expect, it } from 'vitest'
import type { Storyboard } from '../model/storyboard.ts'
import { prepare } from '../run.ts'
import type { Bundle } from './open-bundle.ts'
import { otherRules } from './published-rules.ts'
import { scopeRecord } from './scope-record.ts'

let published: Bundle

beforeAll(async () => {
  const { scope, adcp, selfTest } = await prepare('3.0', { kind: 'profile', id: 'governance-agent-core@3.0' })
  const manifest = { run: { scope: scope.scope, adcp }, manner: {}, ...(selfTest && { self_test: selfTest }) }
  published = { manifest, scope: JSON.parse(JSON.stringify(scopeRecord(scope))) } as unknown as Bundle
}, 30_000)

function ruled(change: (scope: Bundle['scope']) => object): Bundle {
  return { ...published, scope: { ...published.scope, ...change(published.scope) } }
}

function run(parts: object): Bundle {
  const { manifest } = published
  return { ...published, manifest: { ...manifest, run: { ...manifest.run, ...parts } } } as Bundle
}

function firstBoard({ boards }: Bundle['scope'], change: (storyboard: Storyboard) => Storyboard) {
  return {
    boards: boards.map((board, index) => (index === 0 ? { ...board, storyboard: change(board.storyboard) } : board)),
  }
}

it('finds nothing in what this release publishes', async () => {
  expect(await otherRules(published)).toEqual([])
})

describe('rules of its own under a published name are found', () => {
  it.each<readonly [string, string, () => Bundle]>([
    [
      'a storyboard without its phases',
      'other storyboards',
      () => ruled((scope) => firstBoard(scope, (board) => ({ ...board, phases: board.phases.slice(1) }))),
    ],
    [
      'a storyboard that asks for what is not there',
      'other storyboards',
      () => ruled(({ boards }) => ({ boards: boards.map((board) => ({ ...board, unresolved: ['x'] })) })),
    ],
    ['a requirement that is not counted', 'another list of requirements', () => ruled(() => ({ requirements: [] }))],
    [
      'a requirement that decides nothing',
      'other requirements',
      () => ruled(({ catalogue }) => ({ catalogue: catalogue.map((row) => ({ ...row, level: 'SHOULD' })) })),
    ],
    ['what was selected', 'another list of what was not selected', () => ruled(() => ({ notSelected: [] }))],
    ['another digest', 'another profile', () => ruled(({ scope }) => ({ scope: { ...scope, digest: 'f' } }))],
    [
      'a manifest of another profile',
      'another profile',
      () => run({ scope: { ...published.scope.scope, title: 'Best' } }),
    ],
    [
      'fields of another version',
      'another AdCP version',
      () => run({ adcp: { ...published.manifest.run.adcp, decisionField: 'x' } }),
    ],
    [
      'an altered test kit',
      'other test kits',
      () =>
        ruled(({ kits }) => ({
          kits: Object.fromEntries(Object.entries(kits).map(([file, kit]) => [file, { ...kit, name: 'Easy' }])),
        })),
    ],
  ])('%s', async (_, what, given) => {
    expect(await otherRules(given())).toEqual([`the bundle has ${what} than this release publishes`])
  })

  it('a profile that nobody publishes', async () => {
    const [first] = await otherRules(run({ scope: { ...published.scope.scope, id: '../../mine@3.0' } }))
    expect(first).toMatch(/^this release does not publish what the run was graded by: /)
  })
})

it('leaves the kit to its operator where a run says that it had one, and says nothing of storyboards that were chosen', async () => {
  const own = ruled(() => ({ kits: {} }))
  const manifest = { ...own.manifest, manner: { ...own.manifest.manner, test_kit: 'mine.yaml' } }
  expect(await otherRules({ ...own, manifest })).toEqual([])
  expect(await otherRules(run({ scope: { kind: 'selection', storyboards: ['a'] } }))).toEqual([])
})
