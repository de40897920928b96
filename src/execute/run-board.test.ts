import { describe, expect, it } from 'vitest'
import { refusal, result, silence } from '../checks/evidence.fixture.ts'
import { AgentUnavailable } from '../errors.ts'
import type { Reply } from '../model/exchange.ts'
import { runBoard } from './run-board.ts'
import {
  audit,
  check,
  now,
  outcomes,
  planned,
  play,
  running,
  ScriptedAgent,
  sync,
} from './scripted-transport.fixture.ts'

const approved = result({ status: 'approved', check_id: 'c1' })

describe('a storyboard', () => {
  it('is sent in order over one session of its own, told as it happens, and rolled up', async () => {
    const board = planned(
      [
        [sync({ title: 'Sync', doc_ref: '/docs', sample_request: { a: 1 } })],
        [check({ validations: [{ check: 'field_present', path: 'none' }] })],
      ],
      { title: 'Board', track: 'governance' },
      { id: 'kit' },
    )
    const { agent, run, report } = await play(board, [result({ plans: [] }), approved])
    expect(agent.heard).toEqual([
      { principal: 'default', task: 'sync_plans', arguments: { a: 1 } },
      { principal: 'default', task: 'check_governance', arguments: {} },
    ])
    expect([agent.opened, agent.closed]).toEqual([1, 1])
    expect(run.events.map(({ kind }) => kind)).toEqual([
      'storyboard_started',
      'step_started',
      'step_finished',
      'step_started',
      'step_finished',
      'storyboard_finished',
    ])
    expect(report).toMatchObject({
      id: 'b',
      title: 'Board',
      file: 'b.yaml',
      track: 'governance',
      testKit: 'kit.yaml',
      status: 'failed',
      phases: [
        { id: 'p1', title: 'p1', status: 'passed', steps: [{ address: 'b/p1/sync', title: 'Sync', docRef: '/docs' }] },
        { id: 'p2', title: 'p2', status: 'failed', steps: [{ address: 'b/p2/check', title: 'check' }] },
      ],
    })
  })

  it('reports a step as it was on the wire', async () => {
    const board = planned([[check({ sample_request: { plan_id: 'p' } })]])
    const { steps } = await play(board, [approved])
    expect(steps).toEqual([
      {
        address: 'b/p1/check',
        storyboard: 'b',
        phase: 'p1',
        id: 'check',
        title: 'check',
        task: 'check_governance',
        line: 1,
        verdict: { status: 'passed' },
        validations: [
          {
            check: 'gov_reply',
            description: 'The agent answers the task with a result',
            severity: 'required',
            requirements: [],
            outcome: { status: 'passed' },
          },
        ],
        changes: [],
        captured: [],
        exchange: {
          request: {
            transport: 'mcp',
            operation: 'check_governance',
            url: 'http://agent.test/mcp',
            payload: { plan_id: 'p' },
          },
          reply: approved,
          startedAt: '2027-01-01T00:00:00.000Z',
          durationMs: 2000,
          http: [],
        },
        startedAt: '2027-01-01T00:00:00.000Z',
        durationMs: 2000,
      },
    ])
  })

  it('sends nothing that is decided beforehand, and leaves its validations unevaluated', async () => {
    const missing = check({ task: 'create_media_buy', validations: [{ check: 'field_present', path: 'a' }] })
    const { agent, steps } = await play(planned([[missing]]), [])
    expect(agent.heard).toEqual([])
    expect(steps).toMatchObject([
      {
        verdict: { status: 'blocked', reason: 'missing_tool' },
        validations: [{ check: 'field_present', outcome: { status: 'blocked' } }],
        startedAt: new Date(now).toISOString(),
        durationMs: 0,
      },
    ])
  })

  it('gives the same generated value for the same alias to every step, and another to the next storyboard', async () => {
    const twice = planned([
      [
        sync({ sample_request: { k: '$generate:uuid_v4#k' } }),
        sync({ id: 's2', sample_request: { k: '$generate:uuid_v4#k' } }),
      ],
    ])
    const { agent, run } = await play(twice, [])
    await runBoard(twice, run)
    const keys = agent.heard.map((call) => call.arguments.k)
    expect(keys[0]).toBe(keys[1])
    expect(keys[2]).toBe(keys[3])
    expect(keys[0]).not.toBe(keys[2])
  })
})

describe('silence', () => {
  const steps = ['a', 'b', 'c', 'd', 'e'].map((id) =>
    audit({ id, validations: [{ check: 'field_present', path: 'x' }] }),
  )

  it('fails a step, and after three in a row nothing more is sent, in no storyboard', async () => {
    const { agent, run, steps: reports, verdicts } = await play(planned([steps]), () => silence())
    const gaveUp = {
      status: 'blocked',
      reason: 'no_reply',
      detail: 'the agent left 3 calls in a row without a usable reply, so the rest was not sent',
    }
    const failed = { status: 'failed' }
    expect(verdicts).toEqual([failed, failed, failed, gaveUp, gaveUp])
    expect(outcomes(reports[0])).toEqual([
      ['gov_reply', 'failed'],
      ['field_present', 'blocked'],
    ])
    expect((await runBoard(planned([[audit()]]), run)).status).toBe('blocked')
    expect(agent.heard).toHaveLength(3)
  })

  it('is forgotten when the agent answers again', async () => {
    const { agent } = await play(planned([steps]), (_call, at) => (at === 2 ? result({ x: 1 }) : silence()))
    expect(agent.heard).toHaveLength(5)
  })

  it('of an agent that is gone blocks the step', async () => {
    const { verdicts } = await play(planned([[audit()]]), [silence('refused', 'connection refused')])
    expect(verdicts).toEqual([
      {
        status: 'blocked',
        reason: 'no_reply',
        detail: 'the agent could not be reached any more: connection refused',
      },
    ])
  })

  it('at connecting blocks every step', async () => {
    const gone = () => Promise.reject(new AgentUnavailable('http://agent.test', 'refused', 'Start it'))
    const { report, verdicts } = await play(planned([steps]), [], { connect: gone })
    expect(report.status).toBe('blocked')
    expect(verdicts[0]).toEqual({
      status: 'blocked',
      reason: 'no_reply',
      detail: 'the agent could not be reached any more: http://agent.test: refused. Start it',
    })
  })
})

describe('principals', () => {
  const asSeller = audit({ gov_as: 'seller' })

  it('send with their own credential over a session of their own', async () => {
    const board = planned([[audit(), asSeller, audit({ id: 'again', gov_as: 'seller' })]])
    const { agent } = await play(board, [], { principals: new Set(['seller']) })
    expect(agent.heard.map(({ principal }) => principal)).toEqual(['default', 'seller', 'seller'])
    expect([agent.opened, agent.closed]).toEqual([2, 2])
  })

  it('that are missing fall back to the default, and block only a step that must succeed', async () => {
    const board = planned([[asSeller, audit({ id: 'any', gov_as: 'seller', gov_reply: 'any' }), audit({ id: 'own' })]])
    const { agent, verdicts } = await play(board, () => refusal({ code: 'PERMISSION_DENIED' }))
    expect(agent.heard.map(({ principal }) => principal)).toEqual(['default', 'default', 'default'])
    expect(verdicts).toMatchObject([
      { status: 'blocked', reason: 'missing_principal' },
      { status: 'passed' },
      { status: 'failed' },
    ])
  })
})

describe('a run that is ended', () => {
  it.each([
    ['deadline', 'deadline'],
    ['SIGINT', 'interrupted'],
  ])('by %s sends nothing more', async (reason, blocked) => {
    const controller = new AbortController()
    const script = (): Reply => {
      controller.abort(reason)
      return result({})
    }
    const board = planned([[audit(), audit({ id: 'next' })]])
    const { agent, verdicts } = await play(board, script, { signal: controller.signal })
    expect(verdicts).toMatchObject([{ status: 'passed' }, { status: 'blocked', reason: blocked }])
    expect([agent.heard.length, agent.closed]).toEqual([1, 1])
  })
})

it('lets an error of our own through, and closes the line', async () => {
  const agent = new ScriptedAgent(() => {
    throw new TypeError('our bug')
  })
  await expect(runBoard(planned([[audit()]]), running(agent))).rejects.toThrow('our bug')
  expect(agent.closed).toBe(1)
})
