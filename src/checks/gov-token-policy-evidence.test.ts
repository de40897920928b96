import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../model/json.ts'
import { govTokenPolicyEvidence } from './gov-token-policy-evidence.ts'
import { carrying, token } from './token.fixture.ts'

function grade(claims: JsonObject) {
  return govTokenPolicyEvidence.evaluate({}, carrying(token(claims)))
}

const digest = 'aB3_'.repeat(11).slice(0, 43)

describe('gov_token_policy_evidence', () => {
  it.each<[JsonObject]>([
    [{ policy_decisions: [] }],
    [{ policy_decisions: [{ policy_id: 'p', outcome: 'passed', confidence: 0.9 }] }],
    [{ policy_decision_hash: '0a'.repeat(32) }],
    [{ policy_decision_hash: '0A'.repeat(32) }],
    [{ policy_decision_hash: digest }],
    [{ policy_decisions: [{ policy_id: 'p' }], policy_decision_hash: digest }],
  ])('passes %j', (claims) => {
    expect(grade(claims)).toEqual({ status: 'passed' })
  })

  it.each<[JsonObject, string]>([
    [{}, 'the token says nothing about policies'],
    [{ policy_decisions: null }, 'policy_decisions is no list of entries with a policy_id'],
    [{ policy_decisions: {} }, 'policy_decisions is no list of entries with a policy_id'],
    [{ policy_decisions: ['p'] }, 'policy_decisions is no list of entries with a policy_id'],
    [{ policy_decisions: [{ policy_id: ' ' }] }, 'policy_decisions is no list of entries with a policy_id'],
    [{ policy_decision_hash: '' }, 'policy_decision_hash is no SHA-256 hash'],
    [{ policy_decision_hash: 'none' }, 'policy_decision_hash is no SHA-256 hash'],
    [{ policy_decision_hash: 7 }, 'policy_decision_hash is no SHA-256 hash'],
    [{ policy_decisions: [], policy_decision_hash: null }, 'policy_decision_hash is no SHA-256 hash'],
  ])('fails %j', (claims, message) => {
    expect(grade(claims)).toEqual({
      status: 'failed',
      message,
      pointer: '',
      expected: 'policy_decisions or policy_decision_hash',
      actual: { policy_decisions: null, policy_decision_hash: null, ...claims },
    })
  })
})
