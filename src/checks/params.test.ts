import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { checks, findCheck } from './index.ts'

const schemaFile = new URL('../../schemas/storyboard.schema.json', import.meta.url)
const published = JSON.parse(readFileSync(schemaFile, 'utf8')).definitions.checks as JsonObject

const ajv = new Ajv({ strict: false })

function accepts(kind: string, params: JsonObject): boolean {
  return ajv.validate(findCheck(kind)?.params ?? false, params)
}

describe('the published schema of storyboards', () => {
  it('knows the kinds of this release and no others', () => {
    expect(Object.keys(published).sort()).toEqual(checks.map(({ kind }) => kind).sort())
  })

  it.each(checks)('says of $kind what its check says', ({ kind, params }) => {
    expect(published[kind]).toEqual(params)
  })
})

describe('parameters', () => {
  it.each<[string, JsonObject]>([
    ['response_schema', {}],
    ['field_present', { path: 'plans[0].plan_id' }],
    ['field_value', { path: 'a', value: null }],
    ['field_value', { path: 'a', value: { $ref: 'not a schema' } }],
    ['field_value_or_absent', { path: 'a', allowed_values: [1] }],
    ['field_greater_than', { path: 'a', value: '$context.n' }],
    ['error_code', {}],
    ['status_code', { value: 200 }],
    ['gov_decision', { allowed_values: ['denied', 'conditions'] }],
    ['gov_findings', { min: 2, severities: ['critical'], path: 'findings' }],
    ['gov_error_class', { class: 'not_found', field: 'plan_id' }],
    ['gov_equals', { actual: '$context.a', value: '$context.b' }],
    ['gov_audit_entries', { min: 0, max: 0, type: 'check', fields: ['plan_hash'] }],
    ['gov_not_disclosed', { values: ['s3cret'] }],
  ])('%s takes %j', (kind, params) => {
    expect(accepts(kind, params)).toBe(true)
  })

  it.each<[string, JsonObject]>([
    ['field_present', {}],
    ['field_present', { path: '' }],
    ['field_present', { path: ['a'] }],
    ['field_value', { value: 1 }],
    ['field_value', { path: 'a', allowed_values: [] }],
    ['field_value_or_absent', { path: 'a' }],
    ['field_less_than', { path: 'a' }],
    ['error_code', { allowed_values: 'X' }],
    ['gov_decision', {}],
    ['gov_decision', { value: 'escalated' }],
    ['gov_findings', { min: -1 }],
    ['gov_findings', { severities: ['must'] }],
    ['gov_conditions', { min: '1' }],
    ['gov_refused', { codes: [] }],
    ['gov_escalated', {}],
    ['gov_expires_in', { min_seconds: 'soon' }],
    ['gov_error_class', { class: 'toString' }],
    ['gov_equals', { path: 'a' }],
    ['gov_differs', { value: 1 }],
    ['gov_audit_entries', { decision: 'yes' }],
    ['gov_audit_entries', { fields: [] }],
    ['gov_not_disclosed', { values: ['abc'] }],
    ['gov_not_disclosed', { values: [] }],
  ])('%s refuses %j', (kind, params) => {
    expect(accepts(kind, params)).toBe(false)
  })
})
