import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../model/json.ts'
import { machineReport } from './json.ts'
import { find, validReport } from './report-schema.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

describe('the schema of the report', () => {
  const mutated = (change: (machine: Record<string, unknown>) => void) => {
    const machine = JSON.parse(JSON.stringify(machineReport(richReport()))) as Record<string, unknown>
    change(machine)
    return validReport(machine)
  }
  const stepOf = (machine: Record<string, unknown>, id: string) =>
    find(machine.storyboards as Json, 'step_id', id) as Record<string, unknown>

  it.each<[string, (machine: Record<string, unknown>) => void]>([
    ['an unknown key', (m) => Object.assign(m, { surprise: 1 })],
    ['no verdict', (m) => delete m.verdict],
    ['a blocked step that is passed', (m) => Object.assign(stepOf(m, 'report_outcome'), { passed: true })],
    ['a blocked step without a skip', (m) => delete stepOf(m, 'report_outcome').skip],
    [
      'a passed step with a skip',
      (m) => Object.assign(stepOf(m, 'audit'), { skip: { reason: 'no_phases', detail: '' } }),
    ],
    ['a failed step whose validations all hold', (m) => Object.assign(stepOf(m, 'check_shape'), { validations: [] })],
    [
      'a header off the allowlist',
      (m) => Object.assign((stepOf(m, 'sync').response as JsonObject).headers as object, { a: 'b' }),
    ],
  ])('refuses %s', (_name, change) => {
    expect(mutated(change)).toBe(false)
  })
})
