import { describe, expect, it } from 'vitest'
import { AuthoringDefect } from '../errors.ts'
import { openSchemaSet } from '../load/schemas.ts'
import type { JsonObject } from '../model/json.ts'
import { govPeerValid } from './gov-peer-valid.ts'
import { checked, seen } from './peer.fixture.ts'

const peerQuestionSchema = await openSchemaSet('3.0.6').load('governance/check-governance-request.json')
const question = { plan_id: 'plan_1', caller: 'https://seller.example/mcp', planned_delivery: { total_budget: 10 } }

function judge(...questions: readonly JsonObject[]) {
  return govPeerValid.evaluate(
    {},
    seen(
      questions.map((one) => checked(one)),
      peerQuestionSchema ? { peerQuestionSchema } : {},
    ),
  )
}

describe('gov_peer_valid', () => {
  it.each([
    [question],
    [{ ...question, vendor: 'note' }],
    [{ ...question, planned_delivery: { total_budget: 10, screens: 4 } }],
  ])('%j is a question', (one) => {
    expect(judge(one)).toEqual({ status: 'passed' })
  })

  it.each([
    [{ ...question, planned_delivery: { total_budget: '10' } }, '/planned_delivery/total_budget must be number'],
    [{ ...question, planned_delivery: { currency: 'dollars' } }, '/planned_delivery/currency must match pattern'],
    [{ ...question, planned_delivery: null }, '/planned_delivery must be object'],
    [{ plan_id: 'plan_1' }, "it must have required property 'caller'"],
    [{ ...question, delivery_metrics: {} }, "/delivery_metrics must have required property 'reporting_period'"],
    [{ ...question, phase: 'buying' }, '/phase must be equal to one of the allowed values'],
  ])('%j is none', (one, message) => {
    const outcome = judge(question, one)
    expect(outcome).toMatchObject({ status: 'failed', pointer: null, expected: peerQuestionSchema?.id })
    expect(outcome).toHaveProperty('message', expect.stringContaining(message))
  })

  it('has nothing to say when nobody was asked, and cannot do without the schema', () => {
    expect(judge()).toMatchObject({ status: 'not_applicable' })
    expect(() => govPeerValid.evaluate({}, seen([checked(question)]))).toThrow(AuthoringDefect)
  })
})
