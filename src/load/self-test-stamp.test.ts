import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { edition } from './edition.ts'
import { selfTestStamp } from './self-test-stamp.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'stamp-'))
  for (const folder of ['dist', 'storyboards/profiles', 'test-kits'])
    await mkdir(join(root, folder), { recursive: true })
  await writeFile(join(root, 'dist/build.json'), '{"digest":"1"}')
  await writeFile(join(root, 'storyboards/a.yaml'), 'a')
  await writeFile(join(root, 'storyboards/profiles/b.yaml'), 'b')
  await writeFile(join(root, 'test-kits/c.yaml'), 'c')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const counts = { faults: 3, killed: 2, not_graded: 1, variants: 5, left_in_peace: 4 }
const stamped = async () =>
  writeFile(
    join(root, 'dist/kill-matrix.json'),
    JSON.stringify({ edition: await edition(root), digest: 'd', adcp_version: '3.0', counts }),
  )

describe('the stamp of a self-test', () => {
  it('repeats what was found', async () => {
    await stamped()
    expect(await selfTestStamp('3.0', root)).toEqual({
      digest: 'd',
      adcp: '3.0',
      faults: 3,
      killed: 2,
      variants: 5,
      leftInPeace: 4,
    })
  })

  it('says nothing of a run at another AdCP line', async () => {
    await stamped()
    expect(await selfTestStamp('3.1', root)).toBeUndefined()
  })

  it('is not there without a self-test', async () => {
    expect(await selfTestStamp('3.0', root)).toBeUndefined()
  })

  it.each(['dist/build.json', 'storyboards/a.yaml', 'storyboards/profiles/b.yaml', 'test-kits/c.yaml'])(
    'is void once %s is another',
    async (file) => {
      await stamped()
      await appendFile(join(root, file), ' ')
      expect(await selfTestStamp('3.0', root)).toBeUndefined()
    },
  )

  it('is void once there is another storyboard', async () => {
    await stamped()
    await writeFile(join(root, 'storyboards/new.yaml'), '')
    expect(await selfTestStamp('3.0', root)).toBeUndefined()
  })

  it('needs a build, and a matrix that says of which', async () => {
    await writeFile(join(root, 'dist/kill-matrix.json'), JSON.stringify({ digest: 'd', counts }))
    expect(await selfTestStamp('3.0', root)).toBeUndefined()
    await rm(join(root, 'dist/build.json'))
    expect(await edition(root)).toBeUndefined()
    expect(await selfTestStamp('3.0', root)).toBeUndefined()
  })
})
