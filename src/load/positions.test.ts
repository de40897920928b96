import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from './package-root.ts'
import { loadPositions, shippedPositions } from './positions.ts'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'
import { shippedRequirements } from './shipped.ts'

const position = {
  id: 'P-01',
  title: 'This or that?',
  versions: ['3.0'],
  texts: [{ where: 'Here', says: 'This.' }],
  position: 'Either.',
  graded: 'Both pass.',
  requirements: ['GOV-GA-001'],
}

describe('a list of positions', () => {
  it('is read in the order of the file', async () => {
    const second = { ...position, id: 'P-00', requirements: [] }
    expect(await loadPositions(await scratchFile(JSON.stringify({ positions: [position, second] })))).toEqual([
      position,
      second,
    ])
  })
  it.each([
    [{ positions: [] }, '1:2  positions must not be empty'],
    [{ positions: [position, position] }, '1:188  the position "P-01" stands twice; give each its own id'],
    [
      { positions: [{ ...position, id: 'P1' }] },
      '1:16  positions[0].id is "P1", which does not have the form ^P-[0-9]{2}$',
    ],
  ])('%#', async (wrong, message) => {
    const file = await scratchFile(JSON.stringify(wrong))
    expect(await messageOf(loadPositions(file), file)).toBe(message)
  })
})

describe('the positions that come with this program', async () => {
  const positions = await shippedPositions()
  const page = await readFile(join(packageRoot(), 'docs', 'positions.md'), 'utf8')

  it('touch requirements that there are', async () => {
    const known = new Set((await shippedRequirements()).map(({ id }) => id))
    const unknown = positions.flatMap(({ requirements }) => requirements).filter((id) => !known.has(id))
    expect(unknown.filter((id) => id.startsWith('GOV-GA'))).toEqual([])
  })

  it.each(positions)('$id stands in docs/positions.md, word for word', ({ id, title, texts, ...rest }) => {
    const [section = ''] = page.split(`## ${id} ${title}\n`)[1]?.split('\n## ') ?? []
    const said = [
      rest.position,
      rest.graded,
      ...rest.requirements,
      ...texts.map(({ where, says }) => `${where}: ${says}`),
    ]
    expect(said.filter((text) => !section.includes(text))).toEqual([])
  })

  it('are all that stand there', () => {
    expect([...page.matchAll(/^## (\S+)/gm)].map(([, id]) => id)).toEqual(positions.map(({ id }) => id))
  })
})
