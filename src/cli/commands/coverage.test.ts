import { describe, expect, it } from 'vitest'
import { said } from '../io.fixture.ts'

describe('coverage', () => {
  it('shows a row for each requirement and counts them', async () => {
    const { code, stdout, stderr } = await said('coverage')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^GOV-GA-040 +MUST\* +sequence +proven +\d+ steps +approves-over-budget/m)
    expect(stdout).toMatch(/^GOV-GA-066 +MUST NOT +not_black_box +cannot be seen +0 steps +\S+/m)
    expect(stdout).toMatch(/\n(\d+) of \1 observable requirements proven, \d+ cannot be seen\n$/)
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
    expect((await said('coverage --adcp-version 3.1')).stdout).toContain('GOV-GA-076')
    expect((await said('coverage --role seller --adcp-version 0.1')).stdout).toMatch(/^0 of 0 observable/m)
  })

  it.each([
    ['coverage --profile governance-agent-cor@3.0', 'did you mean "governance-agent-core@3.0"'],
    ['coverage --role judge', 'Allowed choices are governance_agent, seller, buyer'],
    ['coverage --json no/such/folder.json', 'its directory does not exist'],
  ])('%s is refused', async (words, message) => {
    const { code, stderr } = await said(words)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
  })
})
