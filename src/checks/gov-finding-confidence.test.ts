import { describe, expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { evidence, noResult, result } from './evidence.fixture.ts'
import { govFindingConfidence } from './gov-finding-confidence.ts'

function judge(findings: Json, below?: number) {
  return govFindingConfidence.evaluate(below === undefined ? {} : { below }, evidence(result({ findings })))
}

describe('gov_finding_confidence', () => {
  it.each<[Json, number | undefined]>([
    [[{ confidence: 1 }], undefined],
    [[{ confidence: 0 }], undefined],
    [[{ severity: 'info' }, { confidence: 0.5 }], 1],
    [[{ confidence: 1 }, { confidence: 0.99 }], 1],
  ])('passes for %j below %j', (findings, below) => expect(judge(findings, below)).toEqual({ status: 'passed' }))

  it.each<[Json, Json]>([
    [[{ confidence: 1 }], [1]],
    [[{}], [null]],
    [[{ confidence: null }], [null]],
    [[{ confidence: '0.5' }], ['0.5']],
    [
      [null, 'sure'],
      [null, null],
    ],
    [[], []],
    [null, []],
    ['sure', []],
  ])('fails for %j below 1', (findings, actual) => {
    expect(judge(findings, 1)).toEqual({
      status: 'failed',
      message: 'no finding states a confidence below 1',
      pointer: '/findings',
      expected: 'a confidence below 1',
      actual,
    })
  })

  it('has nothing to say where there is no finding', () => {
    expect(govFindingConfidence.evaluate({}, evidence(result({ status: 'approved' })))).toEqual({
      status: 'not_applicable',
      note: 'there is no finding',
    })
  })

  it.each(noResult.filter(({ pointer }) => pointer === null))('fails for $words', ({ reply }) => {
    expect(govFindingConfidence.evaluate({}, evidence(reply))).toMatchObject({ status: 'failed', pointer: null })
  })
})
