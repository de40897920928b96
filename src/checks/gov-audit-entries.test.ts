import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import type { Evidence } from '../model/check.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { auditOf, seenAfter } from './earlier.fixture.ts'
import { evidence, noResult, refusal, result, v31 } from './evidence.fixture.ts'
import { govAuditEntries } from './gov-audit-entries.ts'

const intent = {
  id: 'e1',
  type: 'check',
  check_type: 'intent',
  status: 'denied',
  caller: 'https://b.test',
  tool: 'buy',
}
const execution = { id: 'c2', type: 'check', check_type: 'execution', status: 'approved', findings: [] }
const outcome = { id: 'e3', type: 'outcome', outcome: 'completed', check_id: 'c2' }
const entries = [intent, execution, outcome]

const audit = (found: Json, plan: JsonObject = {}) =>
  evidence(
    result({
      plans: [
        { plan_id: 'p1', entries: found, ...plan },
        { plan_id: 'p2', entries: [outcome] },
      ],
    }),
  )

describe('gov_audit_entries', () => {
  it.each([
    {},
    { min: 3, max: 3 },
    { type: 'check', min: 2 },
    { type: 'check', decision: 'denied' },
    { check_type: 'execution', decision: 'approved', max: 1 },
    { caller: 'https://b.test', tool: 'buy' },
    { outcome: 'completed' },
    { check_id: 'c2', min: 2 },
    { plan_id: 'p2', min: 1, max: 1 },
    { decision: 'conditions', min: 0, max: 0 },
    { type: 'check', decision: 'denied', fields: ['id', 'caller', 'decision'] },
  ])('passes for %j', (params) => {
    expect(govAuditEntries.evaluate(params, audit(entries))).toEqual({ status: 'passed' })
  })

  it.each([
    [
      { decision: 'conditions' },
      '0 audit entries (decision conditions), 1 or more due',
      '1 or more entries: decision conditions',
    ],
    [{ type: 'check', min: 3 }, '2 audit entries (type check), 3 or more due', '3 or more entries: type check'],
    [{ type: 'check', max: 1 }, '2 audit entries (type check), exactly 1 due', 'exactly 1 entries: type check'],
    [{ min: 0, max: 0 }, '3 audit entries (of any kind), exactly 0 due', 'exactly 0 entries: of any kind'],
    [{ min: 4, max: 5 }, '3 audit entries (of any kind), 4 to 5 due', '4 to 5 entries: of any kind'],
    [
      { type: 'check', tool: 'sell' },
      '0 audit entries (type check, tool sell), 1 or more due',
      '1 or more entries: type check, tool sell',
    ],
  ])('fails for %j', (params, message, expected) => {
    expect(govAuditEntries.evaluate(params, audit(entries))).toEqual({
      status: 'failed',
      message,
      pointer: '/plans/0/entries',
      expected,
      actual: entries,
    })
  })

  it('fails when a matching entry lacks a field, and names the fields', () => {
    expect(govAuditEntries.evaluate({ type: 'check', fields: ['id', 'findings', 'caller'] }, audit(entries))).toEqual({
      status: 'failed',
      message: 'audit entries lack findings, caller',
      pointer: '/plans/0/entries',
      expected: ['id', 'findings', 'caller'],
      actual: [intent, execution],
    })
  })

  it.each([null, '', []])('takes %j for an empty field', (value) => {
    const seen = audit([{ type: 'check', explanation: value }])
    expect(govAuditEntries.evaluate({ fields: ['explanation'] }, seen)).toMatchObject({ status: 'failed' })
  })

  it('does not count what is no entry', () => {
    expect(govAuditEntries.evaluate({}, audit([null, 'check', ['check']]))).toMatchObject({
      status: 'failed',
      message: '0 audit entries (of any kind), 1 or more due',
    })
  })

  it.each<Json>([null, {}, 'none'])('fails when entries is %j, whatever number is due', (found) => {
    expect(govAuditEntries.evaluate({ min: 0 }, audit(found))).toMatchObject({
      status: 'failed',
      message: 'the audit reply holds no entries for the plan',
      pointer: '/plans',
    })
  })

  it('fails when the reply does not hold the plan', () => {
    expect(govAuditEntries.evaluate({ plan_id: 'p9' }, audit(entries))).toMatchObject({
      status: 'failed',
      message: 'the audit reply does not hold the plan',
      pointer: '/plans',
    })
    expect(govAuditEntries.evaluate({ min: 0 }, evidence(result({ plans: [] })))).toEqual({
      status: 'failed',
      message: 'the audit reply does not hold the plan',
      pointer: '/plans',
      expected: 'entries of any kind',
      actual: [],
    })
  })

  it('reads the decision under its 3.1 name', () => {
    const at31 = { ...audit([{ type: 'check', verdict: 'denied', status: 'completed' }]), adcp: v31 }
    expect(govAuditEntries.evaluate({ decision: 'denied', fields: ['decision'] }, at31)).toEqual({ status: 'passed' })
    expect(govAuditEntries.evaluate({ decision: 'denied' }, { ...audit([intent]), adcp: v31 })).toMatchObject({
      status: 'failed',
    })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, pointer }) => {
    expect(govAuditEntries.evaluate({ min: 0 }, evidence(reply))).toEqual({
      status: 'failed',
      message: 'the audit reply does not hold the plan',
      pointer: pointer === null ? null : '/plans',
      expected: 'entries of any kind',
      actual: null,
    })
  })

  describe('at the time of an earlier step', () => {
    const at = (timestamp: Json): Evidence =>
      seenAfter(result({}), auditOf({ entries: [{ type: 'check', timestamp }] }))
    const params = { at_time_of: 'check' }

    it.each(['2027-01-01T00:00:00Z', '2027-01-01T01:04:59+01:00', '2026-12-31T23:55:01Z'])(
      '%s is near enough',
      (time) => {
        expect(govAuditEntries.evaluate(params, at(time))).toEqual({ status: 'passed' })
      },
    )

    it.each<Json>(['2027-01-01T00:06:00Z', '2026-12-31T23:54:00Z', '1970-01-01T00:00:00Z', 'now', null, 0])(
      '%j is not',
      (time) => {
        expect(govAuditEntries.evaluate(params, at(time))).toEqual({
          status: 'failed',
          message: 'the audit entry of check tells another time than the one at which it was made',
          pointer: '/plans/0/entries',
          expected: '2027-01-01T00:00:00.000Z, give or take 5 minutes',
          actual: time,
        })
      },
    )

    it('blames the author when the step was not sent', () => {
      const unsent = seenAfter(undefined, auditOf({ entries: [intent] }))
      expect(() => govAuditEntries.evaluate(params, unsent)).toThrow(AuthoringDefect)
    })
  })

  describe('unless earlier steps were refused', () => {
    const judgedAfter = (reply: Reply | undefined) =>
      govAuditEntries.evaluate({ min: 2, unless_refused: ['check'] }, seenAfter(reply, auditOf({ entries: [intent] })))
    const moot = {
      status: 'not_applicable',
      note: 'what check asked for was refused for another reason: nobody had to be asked',
    }
    const denied = refusal({ code: 'GOVERNANCE_DENIED' })
    const tooLittle = refusal({ code: 'BUDGET_TOO_LOW' })

    it.each([[tooLittle], [undefined]])('a number says nothing after %j', (reply) => {
      expect(judgedAfter(reply)).toEqual(moot)
    })

    it.each([[denied], [result({})]])('it counts after %j', (reply) => {
      expect(judgedAfter(reply)).toMatchObject({ status: 'failed' })
    })

    it('the right number passes all the same', () => {
      const enough = seenAfter(tooLittle, auditOf({ entries: [intent, intent] }))
      expect(govAuditEntries.evaluate({ min: 2, unless_refused: ['check'] }, enough)).toEqual({ status: 'passed' })
    })
  })

  it.each([{ max: 0 }, { min: 3, max: 2 }])('blames the author for a number that cannot be: %j', (params) => {
    expect(() => govAuditEntries.evaluate(params, audit(entries))).toThrow(AuthoringDefect)
  })
})
