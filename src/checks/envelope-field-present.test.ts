import { describe, expect, it } from 'vitest'
import { envelopeFieldPresent } from './envelope-field-present.ts'
import { enveloped, evidence, noResult, result } from './evidence.fixture.ts'

describe('envelope_field_present', () => {
  it('reads the fields that travel beside the payload over MCP', () => {
    expect(envelopeFieldPresent.evaluate({ path: 'replayed' }, evidence(result({ replayed: false })))).toEqual({
      status: 'passed',
    })
  })

  it('reads the envelope and not the payload within it', () => {
    const reply = enveloped({ replayed: true }, { status: 'completed', task_id: 't1' })
    expect(envelopeFieldPresent.evaluate({ path: 'task_id' }, evidence(reply))).toEqual({ status: 'passed' })
    expect(envelopeFieldPresent.evaluate({ path: 'replayed' }, evidence(reply))).toEqual({
      status: 'failed',
      message: 'replayed is missing in the envelope',
      pointer: '/replayed',
      expected: 'replayed',
      actual: null,
    })
  })

  it('takes the state of the Task for the status over A2A, and no other field', () => {
    const payload = { supported_protocols: [] }
    const raw = { kind: 'task', id: 't', status: { state: 'completed' } }
    const over = evidence({ ...result(payload), raw })
    expect(envelopeFieldPresent.evaluate({ path: 'status' }, over)).toEqual({ status: 'passed' })
    expect(envelopeFieldPresent.evaluate({ path: 'task_id' }, over)).toMatchObject({ status: 'failed' })
    expect(envelopeFieldPresent.evaluate({ path: 'status' }, evidence(result(payload)))).toMatchObject({
      status: 'failed',
    })
  })

  it('fails for null', () => {
    expect(envelopeFieldPresent.evaluate({ path: 'a' }, evidence(result({ a: null })))).toEqual({
      status: 'failed',
      message: 'a is null in the envelope',
      pointer: '/a',
      expected: 'a',
      actual: null,
    })
  })

  it.each(noResult)('fails when the agent answered $words', ({ reply, words, pointer }) => {
    expect(envelopeFieldPresent.evaluate({ path: 'a' }, evidence(reply))).toEqual({
      status: 'failed',
      message: `a is missing in the envelope; the agent answered ${words}`,
      pointer: pointer === null ? null : '/a',
      expected: 'a',
      actual: null,
    })
  })
})
