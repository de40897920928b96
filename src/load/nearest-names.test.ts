import { describe, expect, it } from 'vitest'
import { didYouMean } from './did-you-mean.ts'
import { nearestNames } from './nearest-names.ts'

describe('nearest names', () => {
  const checks = ['field_value', 'field_present', 'field_absent', 'error_code', 'gov_findings']
  it.each([
    ['feild_value', ['field_value']],
    ['field_val', ['field_value']],
    ['Field_Value', ['field_value']],
    ['fieldpresent', ['field_present', 'field_absent']],
    ['errorcode', ['error_code']],
    ['http_status', []],
    ['', []],
  ])('%j may mean %j', (wanted, names) => {
    expect(nearestNames(wanted, checks)).toEqual(names)
  })
  it('gives three at most, the best first', () => {
    expect(nearestNames('aaab', ['aaac', 'aaad', 'aaae', 'aaab', 'aaaf'])).toEqual(['aaab', 'aaac', 'aaad'])
  })
  it('allows one slip in a short name', () => {
    expect(nearestNames('di', ['id', 'ix', 'xx'])).toEqual(['id'])
  })
  it('does not work through very long names', () => {
    expect(nearestNames('a'.repeat(1_000_000), ['a'.repeat(1_000_000), 'b'])).toEqual([])
  })
})

it('asks only when there is something to ask', () => {
  expect(didYouMean('denid', ['denied', 'approved'])).toBe('; did you mean "denied"?')
  expect(didYouMean('colour', ['denied', 'approved'])).toBe('')
})
