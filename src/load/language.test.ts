import { expect, it } from 'vitest'
import { loadLanguage } from './language.ts'

it('tells kinds of validation and their parameters apart from the keys that every validation has', () => {
  const { checks, keys } = loadLanguage()
  expect(checks.get('field_value')).toEqual(['path', 'value', 'allowed_values'])
  expect(checks.get('field_present')).toEqual(['path'])
  expect(keys.validation).toEqual(expect.arrayContaining(['check', 'description', 'severity', 'requirements']))
  expect(keys.validation).not.toContain('path')
})

it('names official kinds that are not evaluated, none of which is', () => {
  const { checks, foreignChecks } = loadLanguage()
  expect(foreignChecks).toContain('oauth_metadata_graph')
  expect(foreignChecks.filter((kind) => checks.has(kind))).toEqual([])
})
