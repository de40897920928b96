import { describe, expect, it } from 'vitest'
import { said } from '../io.fixture.ts'

describe('coverage', () => {
  it('shows a row for each requirement and counts them', async () => {
    const { code, stdout, stderr } = await said('coverage')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^GOV-GA-040 +MUST\* +sequence +proven +governance_agent\/\S+ .*approves-over-budget/m)
    expect(stdout).toMatch(/^GOV-GA-066 +MUST NOT +not_black_box +cannot be seen +no step +\S+/m)
    expect(stdout).toMatch(
      /\n(\d+) of \1 observable requirements proven, \d+ cannot be seen\nexplain ID shows every step/,
    )
  })

  it('gives programs the same', async () => {
    const { code, stdout } = await said('coverage --json - --profile governance-agent-core@3.0')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      adcp_version: '3.0',
      role: 'governance_agent',
      profile: 'governance-agent-core@3.0',
      counts: { not_graded: 0, graded_without_fault: 0, cannot_be_seen: 0 },
      requirements: expect.arrayContaining([expect.objectContaining({ id: 'GOV-GA-001', status: 'proven' })]),
    })
  })

  it('knows other versions and roles', async () => {
    const { stdout } = await said('coverage --adcp-version 3.1')
    expect(stdout).toMatch(/^GOV-GA-076 +SHOULD +sequence +proven +governance_agent\/\S+ .*names-no-policy/m)
    expect(stdout).toMatch(/\n(\d+) of \1 observable requirements proven, \d+ cannot be seen\n/)
    expect((await said('coverage')).stdout).not.toContain('GOV-GA-076')
    expect((await said('coverage --role buyer')).stdout).toMatch(/^0 of 0 observable/m)
  })

  it.each([
    ['coverage --profile governance-agent-cor@3.0', 'did you mean "governance-agent-core@3.0"'],
    ['coverage --adcp-version 0.1', 'no requirement is in force in AdCP "0.1"; the versions are 3.0, 3.1, 3.2'],
    ['coverage --role judge', 'Allowed choices are governance_agent, seller, buyer'],
    ['coverage --json no/such/folder.json', 'its directory does not exist'],
  ])('%s is refused', async (words, message) => {
    const { code, stderr } = await said(words)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
