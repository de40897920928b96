import { expect, it } from 'vitest'
import { machineReport } from './json.ts'
import { validReport } from './report-schema.fixture.ts'
import { richReport } from './rich-report.fixture.ts'

const selfTest = { digest: 'a'.repeat(64), adcp: '3.0', faults: 140, killed: 139, variants: 24, leftInPeace: 23 }

it('a report tells how its program did against agents that are known', () => {
  const machine = machineReport({ ...richReport(), selfTest })
  expect(machine.self_test).toEqual({
    digest: 'a'.repeat(64),
    adcp_version: '3.0',
    faults: 140,
    killed: 139,
    variants: 24,
    left_in_peace: 23,
  })
  expect(validReport(machine)).toBe(true)
})

it('and says nothing when it has not been tested', () => {
  const machine = machineReport(richReport())
  expect(machine).not.toHaveProperty('self_test')
  expect(validReport(machine)).toBe(true)
})
