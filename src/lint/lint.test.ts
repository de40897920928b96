import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { didYouMean, findStoryboards, loadLanguage, openSchemaSet } from '../load/index.ts'
import { onlyStoryboard } from '../load/only-storyboard.fixture.ts'
import { lint } from './lint.ts'

const sdk = dirname(createRequire(import.meta.url).resolve('@adcp/sdk/package.json'))

it('finds no sample request in the official governance storyboards that breaks its own schema', async () => {
  const found: string[] = []
  for (const file of await findStoryboards(join(sdk, 'compliance/cache/3.0.6/specialisms'))) {
    const findings = await lint(await onlyStoryboard(file), {
      language: loadLanguage(),
      schemas: openSchemaSet('3.0.6'),
      kit: { status: 'none_named' },
      requirements: new Set(),
      now: Date.parse('2026-11-21T00:00:00Z'),
      didYouMean,
    })
    found.push(...findings.filter(({ rule }) => rule === 'sample-request-schema').map(({ message }) => message))
  }
  expect(found).toEqual([])
})

it('names what keeps an old storyboard from telling a good agent from a bad one', async () => {
  const board = await onlyStoryboard(
    join(sdk, 'compliance/cache/3.0.6/specialisms/governance-spend-authority/index.yaml'),
  )
  const findings = await lint(board, {
    language: loadLanguage(),
    schemas: openSchemaSet('3.0.6'),
    kit: { status: 'none_named' },
    requirements: new Set(),
    now: Date.parse('2028-01-01T00:00:00Z'),
    didYouMean,
  })
  expect([...new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))]).toEqual([
    'past-flight-date warning',
    'intent-payload warning',
  ])
})
