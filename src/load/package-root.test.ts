import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from './package-root.ts'

it('is the folder that holds the schemas and the test kits', () => {
  expect(
    ['package.json', 'schemas/storyboard.schema.json', 'test-kits']
      .map((name) => join(packageRoot(), name))
      .every(existsSync),
  ).toBe(true)
})
