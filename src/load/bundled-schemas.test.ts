import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { scratch, smallBundle } from '../bundle/small-bundle.fixture.ts'
import { bundledRelease, openBundledSchemas } from './bundled-schemas.ts'

async function bundlesWith(...releases: string[]): Promise<string> {
  const bundles = await scratch()
  for (const release of releases) await rename(await smallBundle(release), join(bundles, release))
  return bundles
}

it('finds a release as named, or the newest of its line', async () => {
  const bundles = await bundlesWith('3.1.9', '3.1.19', '3.2.0')
  expect(bundledRelease(bundles, '3.1')).toEqual({ folder: join(bundles, '3.1.19'), release: '3.1.19' })
  expect(bundledRelease(bundles, '3.1.9')?.release).toBe('3.1.9')
  expect(bundledRelease(bundles, '3.3')).toBeUndefined()
  expect(bundledRelease(join(dirname(bundles), 'nowhere'), '3.1')).toBeUndefined()
})

it('grades by the schemas of the bundle, references and all', async () => {
  const bundles = await bundlesWith('3.1.9')
  const schemas = openBundledSchemas(join(bundles, '3.1.9'), '3.1.9')
  expect(schemas.task('say')).toEqual({
    request: 'a/say-request.json',
    response: 'a/say-response.json',
    mutating: true,
    requiresIdempotencyKey: true,
  })
  expect(schemas.task('sing')).toBeUndefined()
  const schema = await schemas.load('a/say-response.json')
  expect(schema?.id).toBe('/schemas/3.1.9/a/say-response.json')
  expect(schema?.validate({ word: 'hello' })).toEqual([])
  expect(schema?.validate({ word: 'h' })).toMatchObject([{ instancePath: '/word', keyword: 'minLength' }])
})

it('knows no schema outside the bundle', async () => {
  const bundles = await bundlesWith('3.1.9')
  const schemas = openBundledSchemas(join(bundles, '3.1.9'), '3.1.9')
  expect(await schemas.load('no/such.json')).toBeUndefined()
  expect(await schemas.load('../manifest.json')).toBeUndefined()
  expect(await schemas.load('../../../../../etc/hostname')).toBeUndefined()
})
