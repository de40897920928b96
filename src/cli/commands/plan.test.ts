import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServedAgent } from '../../reference/serve.ts'
import { said, testIo } from '../io.fixture.ts'
import { serveReference } from '../reference-agent.ts'

let agent: ServedAgent
beforeAll(async () => {
  agent = await serveReference({ port: 0 }, testIo())
})
afterAll(() => agent.close())

describe('plan', () => {
  it('shows each request, what changes state, what is left to the run, and the sum; and sends nothing', async () => {
    const { code, stdout, stderr } = await said(`plan ${agent.url} --storyboard governance_agent/conditions`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`${agent.url}  asked for tools/list and get_adcp_capabilities`)
    expect(stdout).toMatch(
      /^governance_agent\/conditions\/\S+ {2}sync_plans {2}\(changes state\)\n {2}\{.*"plan_id":"<a fresh id>"/m,
    )
    expect(stdout).toMatch(/^ {2}filled in the run: \S/m)
    expect(stdout).toMatch(
      /\n1 storyboard, \d+ steps: \d+ calls, \d+ of them change state; 0 steps not sent\nnothing of this was sent\n$/,
    )
  })

  it('is told to programs, with what would be left out and why', async () => {
    const { code, stdout } = await said(`plan ${agent.url} --suite official --json -`)
    expect(code).toBe(0)
    const plan = JSON.parse(stdout)
    expect(plan).toMatchObject({
      agent: { contacted_for: ['tools/list', 'get_adcp_capabilities'], supported_protocols: ['governance'] },
      scope: { kind: 'suite', id: 'official@3.0.6' },
    })
    expect(plan.not_selected).toContainEqual({
      storyboard: 'brand_rights',
      reason: 'for the specialism brand-rights, which the agent does not claim',
    })
    const steps = plan.storyboards.flatMap((board: { steps: object[] }) => board.steps)
    expect(steps).toContainEqual(
      expect.objectContaining({
        address: expect.stringMatching(/^governance_spend_authority\/denied\//),
        task: 'sync_plans',
        calls: 1,
        changes_state: true,
        request: expect.objectContaining({ plans: expect.anything() }),
      }),
    )
    expect(steps).toContainEqual(
      expect.objectContaining({ decided: { status: 'not_applicable', reason: expect.any(String) } }),
    )
  })

  it('asks nobody when it is told not to', async () => {
    const { code, stdout } = await said('plan http://127.0.0.1:9/mcp --offline --suite official --quiet')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^agent +http:\/\/127\.0\.0\.1:9\/mcp {2}not asked$/m)
    expect(stdout).toMatch(/^62 storyboards, \d+ steps/m)
  })

  it.each([
    ['--suite official --profile x', /--profile is for --suite governance or all/],
    ['--tag signal', /no storyboard has the tag "signal".*did you mean "signals"/],
    ['--suite official --tag core', /cannot be used with/],
  ])('refuses %s', async (words, message) => {
    const { code, stdout, stderr } = await said(`plan http://127.0.0.1:9/mcp --offline ${words}`)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  })

  it('says when the agent cannot be asked, and exits 4', async () => {
    const { code, stdout, stderr } = await said('plan http://127.0.0.1:9/mcp --storyboard governance_agent/denial')
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' })
    expect(stderr).toMatch(/127\.0\.0\.1:9/)
  })
})
