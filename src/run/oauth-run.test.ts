import { afterEach, describe, expect, it } from 'vitest'
import { nowhere } from '../auth/authorization-server.fixture.ts'
import type { RunReport } from '../model/run-report.ts'
import type { RunOptions } from '../run.ts'
import { runSuite } from '../suite.fixture.ts'
import { oauthClient, agentBehindOAuth as openAgent } from './oauth-agent.fixture.ts'

const served: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const agent of served.splice(0)) await agent.close()
})

async function agentBehindOAuth() {
  const agent = await openAgent()
  served.push(agent)
  return agent
}

const scope: RunOptions['scope'] = { kind: 'storyboards', names: ['governance_agent/denial'] }
function httpOf(report: RunReport) {
  const steps = report.storyboards.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps))
  return steps.flatMap(({ exchange }) => exchange?.http ?? [])
}

describe('a run as an OAuth client', () => {
  it('asks for one token for each principal, and shows none', async () => {
    const { url, server } = await agentBehindOAuth()
    const principals = { seller: { oauth: oauthClient(server, 'seller') } }
    const report = await runSuite(url, { credentials: { oauth: oauthClient(server, 'buyer'), principals }, scope })
    expect(report.verdict.status).toBe('conformant')
    expect(server.asked.map(({ form }) => form.scope).sort()).toEqual(['buyer', 'seller'])
    expect(JSON.stringify(report)).not.toMatch(/opaque-token|very-secret-secret/)
  })

  it('renews the token once when the agent no longer takes it, and both attempts are in the record', async () => {
    const { url, server, tokens } = await agentBehindOAuth()
    let steps = 0
    const report = await runSuite(url, {
      credentials: { oauth: oauthClient(server, 'buyer') },
      scope,
      onEvent: ({ kind }) => {
        if (kind === 'step_finished' && ++steps === 1) tokens.clear()
      },
    })
    expect(report.verdict.status).toBe('conformant')
    const refused = httpOf(report).filter(({ status }) => status === 401)
    expect(refused).toMatchObject([{ failure: 'sent again with a renewed token' }])
    expect(server.asked.length).toBe(2)
  })

  it('is unreachable, and says why, when the token endpoint is', async () => {
    const { url, server } = await agentBehindOAuth()
    const oauth = { ...oauthClient(server, 'buyer'), tokenUrl: `${nowhere}/token` }
    const { verdict } = await runSuite(url, { credentials: { oauth }, scope })
    expect(verdict.status).toBe('unreachable')
    expect(verdict.reason).toContain('the token endpoint http://127.0.0.1:1/token could not be reached')
  })

  it('is unreachable when the token of any principal is refused', async () => {
    const { url, server } = await agentBehindOAuth()
    const refused = { ...oauthClient(server, 'seller'), clientAuth: 'post' as const }
    const credentials = { oauth: oauthClient(server, 'buyer'), principals: { seller: { oauth: refused } } }
    const { verdict } = await runSuite(url, { credentials, scope })
    expect(verdict).toMatchObject({
      status: 'unreachable',
      reason: expect.stringContaining('answered 401 invalid_client'),
    })
  })

  it('with a token beside it is refused', async () => {
    const { url, server } = await agentBehindOAuth()
    const credentials = { oauth: oauthClient(server, 'buyer'), token: 't' }
    await expect(runSuite(url, { credentials, scope })).rejects.toThrow(
      'give either an OAuth client or a token, not both',
    )
  })
})
