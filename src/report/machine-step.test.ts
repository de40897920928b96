import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import type { StepReport } from '../model/run-report.ts'
import type { BlockedReason } from '../model/verdict.ts'
import { machineReport } from './json.ts'
import { stepResult } from './machine-step.ts'
import { exchange, step, taskReply, validation } from './report-parts.fixture.ts'
import { find, schemaErrors, withStep } from './report-schema.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const resultOf = (report: StepReport, remediations: [string, string][] = []) =>
  stepResult(report, new Map(remediations))

const failed = (parts: Partial<StepReport> = {}) =>
  step('b', 'p', 's', {
    title: 'T',
    line: 3,
    verdict: { status: 'failed' },
    validations: [
      validation({
        check: 'field_value',
        description: 'is denied',
        path: 'status',
        requirements: ['GOV-GA-002', 'GOV-GA-001'],
        outcome: { status: 'failed', message: 'm', pointer: '/status', expected: 'denied', actual: 'approved' },
      }),
    ],
    exchange: exchange('check_governance', { plan_id: 'p1' }, taskReply({ status: 'approved' })),
    ...parts,
  })

describe('a step of the machine report', () => {
  it('that failed carries request, response, pointer, expected, actual and remediation', () => {
    const request = {
      transport: 'mcp',
      operation: 'check_governance',
      url: 'http://127.0.0.1:3999/mcp',
      payload: { plan_id: 'p1' },
    }
    const response = {
      transport: 'mcp',
      payload: {
        structuredContent: { status: 'approved' },
        content: [{ type: 'text', text: '{"status":"approved"}' }],
      },
      status: 200,
      headers: { 'content-type': 'application/json' },
      duration_ms: 12,
    }
    expect(resultOf(failed(), [['GOV-GA-001', 'mend it']])).toEqual({
      address: 'b/p/s',
      storyboard_id: 'b',
      phase_id: 'p',
      step_id: 's',
      title: 'T',
      task: 'check_governance',
      line: 3,
      status: 'failed',
      passed: false,
      duration_ms: 12,
      validations: [
        {
          check: 'field_value',
          passed: false,
          status: 'failed',
          severity: 'required',
          description: 'is denied',
          requirements: ['GOV-GA-002', 'GOV-GA-001'],
          path: 'status',
          message: 'm',
          request,
          response,
          json_pointer: '/status',
          expected: 'denied',
          actual: 'approved',
          schema_id: null,
          schema_url: null,
          remediation: 'mend it',
        },
      ],
      extraction: { path: 'structured_content' },
      request,
      response,
      changes: [],
      captured: [],
    })
  })

  it('that failed by a schema carries the schema and its errors', () => {
    const { storyboards } = machineReport(richReport())
    const shape = find(storyboards as Json, 'step_id', 'check_shape')
    expect((shape.validations as JsonObject[])[0]).toMatchObject({
      schema_id: '/schemas/3.0.6/governance/check-governance-response.json',
      schema_url: 'https://adcontextprotocol.org/schemas/3.0.6/governance/check-governance-response.json',
      expected: '/schemas/3.0.6/governance/check-governance-response.json',
      actual: [
        {
          instance_path: '',
          schema_path: '#/required',
          keyword: 'required',
          message: 'must have required property check_id',
        },
        {
          instance_path: '/status',
          schema_path: '#/enum',
          keyword: 'enum',
          message: 'must be equal to one of the allowed values',
        },
      ],
    })
  })

  it('that failed without a failed validation is given one', () => {
    const { validations } = resultOf(failed({ validations: [] }))
    expect(validations).toMatchObject([{ check: 'step', passed: false, json_pointer: null, schema_id: null }])
    expect(schemaErrors(withStep(failed({ validations: [] })))).toEqual([])
  })

  it('that errored is not passed and says why', () => {
    const errored = failed({ verdict: { status: 'errored', detail: 'broke' }, validations: [] })
    expect(resultOf(errored)).toMatchObject({
      passed: false,
      status: 'errored',
      error: 'broke',
      validations: [{ passed: false }],
    })
    expect(schemaErrors(withStep(errored))).toEqual([])
  })

  it('that got no reply has an error and no response', () => {
    const silent = resultOf(
      failed({
        exchange: exchange('t', {}, { kind: 'unreachable', cause: 'timeout', message: 'no reply within 30 s' }),
      }),
    )
    expect(silent.error).toBe('timeout: no reply within 30 s')
    expect(silent).not.toHaveProperty('response')
    expect(silent.extraction).toEqual({ path: 'none', note: 'timeout: no reply within 30 s' })
    expect(silent.validations).toMatchObject([{ response: null }])
  })

  it('that was answered with a JSON-RPC error or an HTTP error shows it', () => {
    const rpc = exchange('t', {}, { kind: 'rpc_error', code: -32601, message: 'no such tool', raw: { code: -32601 } })
    const http = exchange(
      't',
      {},
      { kind: 'http_error', status: 503, headers: { 'Retry-After': '5', a: 'b' }, body: 'busy' },
    )
    expect(resultOf(failed({ exchange: rpc }))).toMatchObject({
      extraction: { path: 'error', note: 'JSON-RPC error -32601: no such tool' },
      response: { payload: { code: -32601 }, status: 200 },
    })
    expect(resultOf(failed({ exchange: http })).response).toEqual({
      transport: 'mcp',
      payload: 'busy',
      status: 503,
      headers: { 'Retry-After': '5' },
      duration_ms: 12,
    })
    expect(schemaErrors(withStep(failed({ exchange: rpc })))).toEqual([])
    expect(schemaErrors(withStep(failed({ exchange: http })))).toEqual([])
  })

  it('whose advisory validation failed is passed, with that validation failed', () => {
    const { storyboards } = machineReport(richReport())
    const audit = find(storyboards as Json, 'step_id', 'audit')
    expect(audit.passed).toBe(true)
    expect(audit.validations).toMatchObject([{ passed: true }, { passed: false, severity: 'advisory' }])
  })

  it('whose validation was not evaluated does not call it passed', () => {
    const outcome = { status: 'not_applicable', note: 'the reply is an error' } as const
    const { validations } = resultOf(failed({ validations: [validation({ check: 'response_schema', outcome })] }))
    expect((validations as JsonObject[])[0]).toEqual({
      check: 'response_schema',
      passed: false,
      status: 'not_applicable',
      severity: 'required',
      description: 'response_schema',
      requirements: [],
      note: 'the reply is an error',
    })
  })

  it.each<[BlockedReason, string, string]>([
    ['prerequisite_failed', 'prerequisite_failed', 'why'],
    ['unresolved_substitution', 'prerequisite_failed', 'unresolved_substitution: why'],
    ['missing_tool', 'missing_tool', 'why'],
    ['missing_test_controller', 'missing_test_controller', 'why'],
    ['missing_principal', 'unsatisfied_contract', 'missing_principal: why'],
    ['missing_keys', 'unsatisfied_contract', 'missing_keys: why'],
    ['unknown_check', 'unsatisfied_contract', 'unknown_check: why'],
    ['no_reply', 'unsatisfied_contract', 'no_reply: why'],
    ['nothing_evaluated', 'unsatisfied_contract', 'nothing_evaluated: why'],
    ['authoring_defect', 'unsatisfied_contract', 'authoring_defect: why'],
    ['unsupported', 'unsatisfied_contract', 'unsupported: why'],
    ['deadline', 'unsatisfied_contract', 'deadline: why'],
    ['interrupted', 'unsatisfied_contract', 'interrupted: why'],
  ])('that is blocked for %s is skipped for %s, never passed', (reason, canonical, detail) => {
    const blocked = step('b', 'p', 's', { title: 'T', line: 1, verdict: { status: 'blocked', reason, detail: 'why' } })
    expect(resultOf(blocked)).toMatchObject({
      status: 'blocked',
      passed: false,
      skip: { reason: canonical, detail, blocked_reason: reason },
    })
    expect(schemaErrors(withStep(blocked))).toEqual([])
  })

  it('that does not apply is skipped with its evidence', () => {
    const gated = find(machineReport(richReport()).storyboards as Json, 'step_id', 'check_delivery')
    expect(gated).toMatchObject({
      status: 'not_applicable',
      passed: false,
      skip: {
        reason: 'not_applicable',
        detail: 'the agent does not declare the specialism governance-delivery-monitor',
        evidence: { json_pointer: '/specialisms', value: ['governance-spend-authority'] },
      },
      extraction: { path: 'none', note: 'no request was sent' },
    })
  })

  it('whose reply is longer than 256 KiB shows its start and what was left out', () => {
    const long = failed({ exchange: exchange('t', {}, taskReply({ text: 'é'.repeat(200_000) })) })
    const { response, validations } = resultOf(long)
    const { start, cut } = (response as JsonObject).payload as { start: string; cut: JsonObject }
    expect(Buffer.byteLength(start)).toBeLessThanOrEqual(256 * 1024)
    expect(start.startsWith('{"structuredContent":{"text":"éé')).toBe(true)
    expect(start.endsWith('é')).toBe(true)
    expect(cut).toEqual({
      bytes: 800_086,
      kept_bytes: Buffer.byteLength(start),
      note: `only the start of the JSON text is shown; ${800_086 - Buffer.byteLength(start)} bytes were left out`,
    })
    expect(JSON.stringify(validations).length).toBeLessThan(40_000)
    expect(schemaErrors(withStep(long))).toEqual([])
  })
})
