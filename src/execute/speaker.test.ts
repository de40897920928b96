import { describe, expect, it } from 'vitest'
import { httpError, refusal, result } from '../checks/evidence.fixture.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import { audit, planned, plannedPhases, play } from './scripted-transport.fixture.ts'

const kit = { id: 'k', auth: { api_key: 'demo-kit-key-v1' } }
const withKit = (...steps: Parameters<typeof planned>[0][number]) => plannedPhases([{ id: 'p1', steps }], { kit })

describe('a step with credentials of its own', () => {
  const steps = [
    audit(),
    audit({ id: 'none', auth: 'none', expect_error: true }),
    audit({ id: 'kit', auth: { type: 'api_key', from_test_kit: true } }),
    audit({ id: 'bad', auth: { type: 'api_key', value_strategy: 'random_invalid' }, expect_error: true }),
    audit({ id: 'again' }),
  ]

  it('sends them, and nothing else, over a session of its own', async () => {
    const { agent } = await play(withKit(...steps), [])
    expect(agent.heard.map(({ headers }) => headers)).toEqual([
      undefined,
      {},
      { Authorization: 'Bearer demo-kit-key-v1' },
      { Authorization: expect.stringMatching(/^Bearer invalid-/) },
      undefined,
    ])
    expect([agent.opened, agent.closed]).toEqual([4, 4])
  })

  it('takes a refusal, even of the session, for the answer', async () => {
    const script = ({ headers }: { headers?: unknown }) =>
      headers === undefined || JSON.stringify(headers).includes('demo-kit') ? result({}) : httpError(401)
    const { verdicts } = await play(withKit(...steps), script)
    expect(verdicts).toEqual(Array(5).fill({ status: 'passed' }))
  })

  it('fails when credentials are not looked at', async () => {
    const { verdicts } = await play(withKit(...steps), () => result({}))
    expect(verdicts.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed', 'failed', 'passed'])
  })

  it('fails when the right one is refused', async () => {
    const { verdicts } = await play(withKit(...steps), ({ headers }) => (headers ? httpError(401) : result({})))
    expect(verdicts.map(({ status }) => status)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed'])
  })

  it('is blocked without the credential in the kit', async () => {
    const { agent, verdicts } = await play(planned([[steps[2] ?? audit()]], {}, { id: 'bare' }), [])
    expect(verdicts).toMatchObject([{ status: 'blocked', reason: 'requirement_unmet' }])
    expect(agent.opened).toBe(0)
  })
})

describe('in a run against several agents', () => {
  const profile = (...supportedProtocols: string[]) => ({ supportedProtocols }) as unknown as AgentProfile
  const agents = new Map([
    ['sales', profile('media_buy')],
    ['governance', profile('governance')],
  ])

  it('each step goes to its own, over a session of its own', async () => {
    const board = planned([
      [audit({ agent: 'governance' }), audit({ id: 'b' }), audit({ id: 'c', agent: 'governance' })],
    ])
    const { agent } = await play(board, [], { agents, defaultAgent: 'sales' })
    expect(agent.heard.map((call) => call.agent)).toEqual(['governance', 'sales', 'governance'])
    expect(agent.opened).toBe(2)
  })

  it('a step that nobody is known to take is not sent', async () => {
    const board = planned([[audit(), audit({ id: 'b', agent: 'brand' })]], { default_agent: 'brand' })
    const { agent, steps } = await play(board, [], { agents })
    expect(steps.map(({ verdict }) => verdict)).toEqual([{ status: 'failed' }, { status: 'failed' }])
    expect(steps.map(({ validations }) => validations[0])).toMatchObject([
      { check: 'default_agent_unresolved', outcome: { status: 'failed', message: expect.stringContaining('"brand"') } },
      { check: 'unrouted_step', outcome: { status: 'failed', message: expect.stringContaining('--default-agent') } },
    ])
    expect(agent.heard).toEqual([])
  })
})

it('a run against one agent ignores routes', async () => {
  const { agent, verdicts } = await play(planned([[audit({ agent: 'brand' })]], { default_agent: 'sales' }), [])
  expect([agent.heard[0]?.agent, verdicts]).toEqual([undefined, [{ status: 'passed' }]])
})

it('sends no account that the author did not write, and no key where the author wants none', async () => {
  const step = audit({ omit_account: true, omit_idempotency_key: true, sample_request: { a: 1 } })
  const schemas = {
    release: '3.0.6',
    task: () => ({ mutating: true, requiresIdempotencyKey: true }),
    load: async () => undefined,
  }
  const { agent } = await play(planned([[step]]), [refusal()], { schemas })
  expect(agent.heard[0]?.arguments).toEqual({ a: 1 })
})
