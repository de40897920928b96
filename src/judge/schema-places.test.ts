import { describe, expect, it } from 'vitest'
import { adcpVersions } from '../model/adcp-version.ts'
import type { SchemaError } from '../model/schema-set.ts'
import { isSpokenOf } from './schema-places.ts'

const at = (instancePath: string, keyword = 'type', property?: string): SchemaError => ({
  instancePath,
  schemaPath: '#',
  keyword,
  message: 'is wrong',
  ...(property === undefined ? {} : { property }),
})
const v30 = adcpVersions['3.0']

describe('an error lies at a place', () => {
  it.each<[string, SchemaError]>([
    ['/findings', at('/findings')],
    ['/findings', at('', 'required', 'findings')],
    ['/findings required', at('', 'required', 'findings')],
    ['/findings/*/**', at('/findings/0')],
    ['/findings/*/**', at('/findings/12/severity', 'enum')],
    ['/findings/*/**', at('/findings/0', 'additionalProperties', 'code')],
    ['/plans/*/budget/**', at('/plans/0/budget')],
    ['/plans/*', at('/plans/3')],
    ['/{decision}', at('/status', 'enum')],
    ['/{outcome}', at('', 'required', 'status')],
  ])('%s: %j', (place, error) => {
    expect(isSpokenOf(error, [place], v30)).toBe(true)
    expect(isSpokenOf(error, ['/elsewhere', place], v30)).toBe(true)
  })

  it('whose name depends on the version', () => {
    expect(isSpokenOf(at('/verdict'), ['/{decision}'], adcpVersions['3.1'])).toBe(true)
    expect(isSpokenOf(at('/status'), ['/{decision}'], adcpVersions['3.1'])).toBe(false)
    expect(isSpokenOf(at('/outcome_state'), ['/{outcome}'], adcpVersions['3.1'])).toBe(true)
  })
})

describe('an error lies elsewhere', () => {
  it.each<[string, SchemaError]>([
    ['/findings', at('')],
    ['/findings', at('/findings/0')],
    ['/findings', at('/finding')],
    ['/findings/0', at('/findings')],
    ['/findings required', at('/findings', 'minItems')],
    ['/findings/*/**', at('/findings')],
    ['/plans/*', at('/plans')],
    ['/plans/*', at('/plans/0/version')],
    ['/plans/*/budget/**', at('/plans/0', 'required', 'summary')],
  ])('than %s: %j', (place, error) => {
    expect(isSpokenOf(error, [place], v30)).toBe(false)
  })

  it('when there is no place', () => expect(isSpokenOf(at(''), [], v30)).toBe(false))
})
