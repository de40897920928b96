import { expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import type { RequestChange } from '../model/run-report.ts'
import type { Validation } from '../model/storyboard.ts'
import type { Scope } from '../request/scope.ts'
import { readyValidation } from './validations.ts'

const scope: Scope = {
  context: new Map<string, Json>([
    ['n', 7],
    ['sneaky', '$test_kit.x {{runner.url}}'],
  ]),
  kit: { id: 'k', x: 'kit' },
  generated: new Map(),
  ids: { uuid: () => 'u', opaque: () => 'o' },
  runner: {},
  earlierPayload: () => undefined,
  capturedBy: (name) => (name === 'lost' ? 'b/p/s' : undefined),
}

const shifted: RequestChange[] = [
  { pointer: '/start', kind: 'shifted', from: '2027-05-03', to: '2027-05-31', why: 'w' },
  { pointer: '/id', kind: 'resolved', from: '$context.n', to: 7, why: 'w' },
]

const ready = (authored: Validation, changes: readonly RequestChange[] = []) =>
  readyValidation(authored, scope, changes)

it('leaves the author’s own words out of the parameters', () => {
  const authored: Validation = {
    check: 'field_value',
    description: '$test_kit.x',
    severity: 'advisory',
    requirements: ['R'],
    path: 'a',
    value: '$context.n',
  }
  expect(ready(authored)).toEqual({ authored, params: { path: 'a', value: 7 } })
})

it('does not expand a captured value that looks like a placeholder', () => {
  expect(ready({ check: 'gov_equals', value: '$context.sneaky', actual: ['$context.sneaky'] }).params).toEqual({
    value: '$test_kit.x {{runner.url}}',
    actual: ['$test_kit.x {{runner.url}}'],
  })
})

it('says which token has no value, and who should have given it', () => {
  expect(ready({ check: 'field_value', path: 'a', value: '$context.lost' })).toMatchObject({
    unresolved: '$context.lost has no value: b/p/s should have captured it',
  })
})

it('moves the dates that moved in the request, wherever they stand, and no others', () => {
  const authored: Validation = {
    check: 'field_value',
    path: 'a',
    allowed_values: ['2027-05-03', { start: '2027-05-03', end: '2027-05-04' }, null, 1],
  }
  expect(ready(authored, shifted).params).toEqual({
    path: 'a',
    allowed_values: ['2027-05-31', { start: '2027-05-31', end: '2027-05-04' }, null, 1],
  })
  expect(ready({ check: 'gov_equals', value: '$context.n' }, shifted).params).toEqual({ value: 7 })
})
