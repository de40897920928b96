import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadOfficialSuite, officialFolder, releaseAround } from './official.ts'
import { scratchFolder } from './scratch-folder.fixture.ts'

const board = 'id: x\nphases:\n  - {id: p, steps: [{id: s, task: t}]}\n'

it('finds the storyboards that the build carries', async () => {
  const folder = officialFolder('3.0.6') ?? ''
  const suite = await loadOfficialSuite(folder, '3.0.6')
  expect(suite.boards).toHaveLength(62)
  expect(suite.digest).toMatch(/^[0-9a-f]{64}$/)
  const families = suite.boards.map(({ family }) =>
    family.kind === 'universal' ? 'universal' : `${family.kind} ${family.id}`,
  )
  expect(families.filter((family) => family === 'universal')).toHaveLength(17)
  expect(new Set(families)).toContain('protocol media-buy')
  expect(new Set(families)).toContain('specialism governance-spend-authority')
})

it('has none of a release that is not at hand', () => {
  expect(officialFolder('9.9.9')).toBeUndefined()
})

it('tells by folder which claim a storyboard is for, and passes other folders over', async () => {
  const folder = await scratchFolder({
    'universal/a.yaml': board,
    'protocols/media-buy/scenarios/b.yaml': board,
    'specialisms/brand-rights/index.yaml': board,
    'domains/media-buy/b.yaml': board,
    'test-kits/kit.yaml': 'id: k\n',
  })
  const { boards } = await loadOfficialSuite(folder, '9.9.9')
  expect(boards.map(({ family }) => family)).toEqual([
    { kind: 'protocol', id: 'media-buy' },
    { kind: 'specialism', id: 'brand-rights' },
    { kind: 'universal' },
  ])
})

it('knows the release of a file by the index above it', async () => {
  const folder = await scratchFolder({
    'tree/index.json': '{"adcp_version":"3.1.19","universal":[]}',
    'tree/universal/a.yaml': board,
    'other/index.json': '{"adcp_version":"3.1.19"}',
    'other/a.yaml': board,
    'broken/index.json': '{',
    'broken/a.yaml': board,
  })
  expect(releaseAround(join(folder, 'tree/universal/a.yaml'))).toBe('3.1.19')
  expect(releaseAround(join(folder, 'other/a.yaml'))).toBeUndefined()
  expect(releaseAround(join(folder, 'broken/a.yaml'))).toBeUndefined()
})
