import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result, v31 } from './evidence.fixture.ts'
import { govFindings } from './gov-findings.ts'

const finding = { category_id: 'budget', explanation: 'over the limit', severity: 'critical' }

describe('gov_findings', () => {
  it('passes when each finding says what and why', () => {
    expect(govFindings.evaluate({}, evidence(result({ findings: [finding] })))).toEqual({ status: 'passed' })
    expect(govFindings.evaluate({ min: 2 }, evidence(result({ findings: [finding, finding] })))).toEqual({
      status: 'passed',
    })
  })

  it.each<[Json, number]>([
    [[], 0],
    [null, 0],
    ['none', 0],
    [{ length: 9 }, 0],
    [[finding], 1],
  ])('fails for %j when two are due', (findings, count) => {
    expect(govFindings.evaluate({ min: 2 }, evidence(result({ findings })))).toEqual({
      status: 'failed',
      message: `${count} findings, 2 or more are due`,
      pointer: '/findings',
      expected: '2 or more findings',
      actual: findings,
    })
  })

  it('fails when there are none at all', () => {
    expect(govFindings.evaluate({}, evidence(result({ status: 'denied' })))).toEqual({
      status: 'failed',
      message: '0 findings, 1 or more are due',
      pointer: '/findings',
      expected: '1 or more findings',
      actual: null,
    })
  })

  it.each<Json>([
    null,
    'over budget',
    {},
    { category_id: 'budget' },
    { ...finding, category_id: '' },
    { ...finding, explanation: ' \n\t' },
    { ...finding, explanation: 7 },
    { code: 'X', message: 'the old shape' },
  ])('fails for the finding %j among good ones', (bad) => {
    expect(govFindings.evaluate({}, evidence(result({ findings: [finding, bad] })))).toEqual({
      status: 'failed',
      message: 'the finding lacks a category_id or an explanation',
      pointer: '/findings/1',
      expected: 'category_id and explanation that are not blank',
      actual: bad,
    })
  })

  it.each<Json>([[], null, 'none', {}])('asks nothing of %j when none is due', (findings) => {
    const outcome = { status: 'not_applicable', note: 'there are no findings' }
    expect(govFindings.evaluate({ min: 0 }, evidence(result({ findings })))).toEqual(outcome)
    expect(govFindings.evaluate({ min: 0 }, evidence(result({})))).toEqual(outcome)
  })

  it('looks at those that are there when none is due', () => {
    const bad = { ...finding, explanation: '' }
    expect(govFindings.evaluate({ min: 0 }, evidence(result({ findings: [finding] })))).toEqual({ status: 'passed' })
    expect(govFindings.evaluate({ min: 0 }, evidence(result({ findings: [bad] })))).toMatchObject({ status: 'failed' })
  })

  it('wants one finding of one of the severities', () => {
    const seen = evidence(result({ findings: [{ ...finding, severity: 'info' }, finding] }))
    expect(govFindings.evaluate({ severities: ['critical', 'warning'] }, seen)).toEqual({ status: 'passed' })
    expect(govFindings.evaluate({ severities: ['warning'] }, seen)).toEqual({
      status: 'failed',
      message: 'no finding has the severity that is due',
      pointer: '/findings',
      expected: ['warning'],
      actual: ['info', 'critical'],
    })
    const without = evidence(result({ findings: [{ category_id: 'a', explanation: 'b' }] }))
    expect(govFindings.evaluate({ severities: ['warning'] }, without)).toMatchObject({ actual: [null] })
  })

  it('looks at another path when told', () => {
    const seen = evidence(result({ plans: [{ findings: [finding] }] }))
    expect(govFindings.evaluate({ path: 'plans[0].findings' }, seen)).toEqual({ status: 'passed' })
    expect(govFindings.evaluate({}, seen)).toMatchObject({ status: 'failed' })
  })

  it('are due for one decision only, when told so', () => {
    const params = { if_decision: 'denied' } as const
    expect(govFindings.evaluate(params, evidence(result({ status: 'conditions' })))).toEqual({
      status: 'not_applicable',
      note: 'the decision is "conditions"',
    })
    expect(govFindings.evaluate(params, evidence(result({ status: 'denied', findings: [finding] })))).toEqual({
      status: 'passed',
    })
    for (const payload of [{ status: 'denied' }, { status: 'completed' }, {}]) {
      expect(govFindings.evaluate(params, evidence(result(payload)))).toMatchObject({ status: 'failed' })
    }
    const at31 = evidence(result({ status: 'completed', verdict: 'approved' }), { adcp: v31 })
    expect(govFindings.evaluate(params, at31)).toMatchObject({ status: 'not_applicable' })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(govFindings.evaluate({}, evidence(reply))).toEqual({
      status: 'failed',
      message: `0 findings, 1 or more are due; the agent answered ${words}`,
      pointer: pointer === null ? null : '/findings',
      expected: '1 or more findings',
      actual: null,
    })
  })
})
