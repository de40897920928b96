import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { openVectors } from './vectors.ts'

const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))
const vectors = openVectors(join(sdk, 'compliance/cache/3.0.6'))

it('lists and reads the official vectors', async () => {
  const names = vectors.names('request-signing/positive')
  expect(names).toHaveLength(12)
  expect(names).toContain('001-basic-post')
  expect(await vectors.read('request-signing/positive/001-basic-post.json')).toMatchObject({
    reference_now: 1776520800,
  })
})

it('has nothing where there is nothing, and does not lead out of its folder', async () => {
  expect(vectors.names('no-such-folder')).toEqual([])
  expect(await vectors.read('no-such-file.json')).toBeUndefined()
  expect(await vectors.read('../index.json')).toBeUndefined()
  expect(openVectors(undefined).names('request-signing/positive')).toEqual([])
  expect(await openVectors(undefined).read('request-signing/keys.json')).toBeUndefined()
})
