import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Json } from '../model/json.ts'
import { auditOf, seenAfter } from './earlier.fixture.ts'
import { noResult, pending, result } from './evidence.fixture.ts'
import { govRecordedFindings } from './gov-recorded-findings.ts'

const params = { checked_by: 'check', severities: ['critical'] }
const none = { ...params, min: 0, max: 0 }
const critical = { category_id: 'c', explanation: 'e', severity: 'critical' }
const minor = { ...critical, severity: 'warning' }
const decided = (...findings: Json[]) => result({ status: 'denied', findings })
const entries = (...findings: Json[]) => auditOf({ entries: [{ id: 'e' }, { id: 'f', findings }] })

describe('gov_recorded_findings', () => {
  it.each([
    ['the reply of the check', seenAfter(decided(critical), entries())],
    ['the reply of a check that waits', seenAfter(pending('submitted', { findings: [critical] }), entries())],
    ['an audit entry', seenAfter(decided(minor), entries(minor, critical))],
    ['an audit entry of a check that waits', seenAfter(pending('working'), entries(critical))],
  ])('passes for a finding in %s', (_where, seen) => {
    expect(govRecordedFindings.evaluate(params, seen)).toEqual({ status: 'passed' })
    expect(govRecordedFindings.evaluate(none, seen)).toMatchObject({ status: 'failed', actual: 1 })
  })

  it.each([
    ['nothing', seenAfter(decided(), entries())],
    ['a lesser finding', seenAfter(decided(minor), entries(minor))],
    ['no list', seenAfter(result({ findings: 'critical' }), auditOf({ entries: 'critical' }))],
    ['what is no finding', seenAfter(decided(null, 'critical', {}), entries(null, 3))],
  ])('fails for %s', (_what, seen) => {
    expect(govRecordedFindings.evaluate(params, seen)).toEqual({
      status: 'failed',
      message: '0 critical findings in check and in the audit entries, 1 or more due',
      pointer: '',
      expected: '1 or more critical findings',
      actual: 0,
    })
    expect(govRecordedFindings.evaluate(none, seen)).toEqual({ status: 'passed' })
  })

  it('fails when the check that waits is on record without the finding', () => {
    expect(govRecordedFindings.evaluate(params, seenAfter(pending('submitted'), entries()))).toMatchObject({
      status: 'failed',
    })
  })

  it.each<Json>([[], null])('says nothing when the check waits and the entries are %j', (list) => {
    expect(govRecordedFindings.evaluate(params, seenAfter(pending('submitted'), auditOf({ entries: list })))).toEqual({
      status: 'not_applicable',
      note: 'check waits for a person, and nothing of it is on record yet',
    })
  })

  it.each(noResult.filter(({ pointer }) => pointer === null))('fails when the audit is $words', ({ reply }) => {
    expect(govRecordedFindings.evaluate(params, seenAfter(decided(critical), reply))).toMatchObject({
      status: 'failed',
    })
    expect(govRecordedFindings.evaluate(none, seenAfter(decided(), reply))).toMatchObject({ status: 'failed' })
  })

  it('blames nobody when the check was never sent', () => {
    expect(() => govRecordedFindings.evaluate(params, seenAfter(undefined, entries(critical)))).toThrow(AuthoringDefect)
  })
})
