import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ciFiles } from '../cli/init/ci-files.ts'
import { said } from '../cli/io.fixture.ts'
import { toolVersion } from '../load/index.ts'
import { blocks, pages, root } from './pages.fixture.ts'

const page = (path: string) => pages.find((one) => one.path === path) ?? { path, text: '' }

/** As GitHub makes an anchor of a heading. */
function anchors(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const links = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => ({ path, to })),
)

/** Gives a YAML block of a page as a file, for as long as it is looked at. */
async function withBlock(path: string, which: number, look: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docs-'))
  const file = join(folder, 'board.yaml')
  try {
    await writeFile(file, blocks(page(path), 'yaml')[which] ?? '')
    await look(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

describe('links', () => {
  it('lead somewhere', () => {
    const lost = links.filter(({ path, to }) => {
      if (/^https:/.test(to)) return false
      const [file = '', anchor] = to.split('#')
      const target = file === '' ? join(root, path) : join(root, dirname(path), file)
      return !existsSync(target) || (anchor !== undefined && !anchors(readFileSync(target, 'utf8')).includes(anchor))
    })
    expect(links.length).toBeGreaterThan(40)
    expect(lost).toEqual([])
  })

  it('of the index reach every page', () => {
    const reached = new Set(links.filter(({ path }) => path === 'docs/README.md').map(({ to }) => `docs/${to}`))
    const missed = pages.filter(({ path }) => /^docs\/(?!README)/.test(path) && !reached.has(path))
    expect(missed.map(({ path }) => path)).toEqual([])
  })
})

describe('pages', () => {
  it.each(Object.entries(ciFiles))('docs/ci.md shows the job for %s as init writes it', (_name, { text }) => {
    expect(blocks(page('docs/ci.md'), 'yaml', 'groovy')).toContain(text(toolVersion()))
  })

  it.each([
    ['docs/writing-a-storyboard.md', 0, 'demo', 'approves-over-budget'],
    ['docs/seller-storyboards.md', 0, 'demo --role seller', 'never-asks-governance'],
  ])('%s shows a storyboard without a mistake', async (path, which, demo, fault) => {
    await withBlock(path, which, async (file) => {
      expect(await said(`lint ${file}`)).toMatchObject({ code: 0, stdout: '' })
      expect(await said(`${demo} --storyboard ${file}`)).toMatchObject({ code: 0 })
      expect(await said(`${demo} --fault ${fault} --storyboard ${file}`)).toMatchObject({ code: 1 })
    })
  })

  it('docs/writing-a-storyboard.md shows one text for several storyboards without a mistake', async () => {
    await withBlock('docs/writing-a-storyboard.md', 1, async (file) => {
      expect(await said(`lint ${file}`)).toMatchObject({ code: 0, stdout: '' })
    })
  })

  it.each(['console.png', 'html.png'])('the picture %s is small', (name) => {
    const { size } = statSync(join(root, 'docs/pictures', name))
    expect(size).toBeGreaterThan(10_000)
    expect(size).toBeLessThan(150 * 1024)
  })
})
