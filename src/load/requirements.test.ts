import { describe, expect, it } from 'vitest'
import { loadRequirements } from './requirements.ts'
import { messageOf, scratchFile } from './scratch-folder.fixture.ts'

const requirement = {
  id: 'GOV-GA-001',
  role: 'governance_agent',
  level: 'MUST*',
  statement: 'The agent answers.',
  source: 'tasks/check_governance',
  url: 'https://docs.example/check',
  versions: ['3.0', '3.1'],
  observe: ['one call'],
  remediation: 'Answer.',
}

describe('a catalogue of requirements', () => {
  it('is read in the order of the file', async () => {
    const { remediation: _, url: __, ...second } = { ...requirement, id: 'GOV-GA-000' }
    const file = await scratchFile(JSON.stringify({ requirements: [requirement, second] }))
    expect(await loadRequirements(file)).toEqual([requirement, second])
  })
  it.each([
    [{ requirements: [] }, '1:2  requirements must not be empty'],
    [[requirement], '1:1  the catalogue must be a mapping of keys to values, not a list'],
    [
      { requirements: [{ ...requirement, id: 'GOV-1' }] },
      '1:19  requirements[0].id is "GOV-1", which does not have the form ^GOV-(GA|SE|BU)-[0-9]{3}$',
    ],
    [
      { requirements: [{ ...requirement, level: 'MUSTNOT' }] },
      '1:63  requirements[0].level is "MUSTNOT", which is not one of "MUST", "MUST NOT", "MUST*", "SHOULD", "SCH", "ERR"; did you mean "MUST NOT"?',
    ],
    [{ requirements: [{ ...requirement, test: 'x' }] }, '1:253  requirements[0] has no key "test" in this format'],
    [
      { requirements: [requirement, requirement] },
      '1:255  the requirement "GOV-GA-001" stands twice; give each its own id',
    ],
  ])('%#', async (wrong, message) => {
    const file = await scratchFile(JSON.stringify(wrong))
    expect(await messageOf(loadRequirements(file), file)).toBe(message)
  })
})
