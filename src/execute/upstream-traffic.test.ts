import { describe, expect, it } from 'vitest'
import { httpError, refusal, result } from '../checks/evidence.fixture.ts'
import { findCheck } from '../checks/index.ts'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Reply } from '../model/exchange.ts'
import { BoardState } from './board-state.ts'
import { Lines } from './lines.ts'
import { exchange, planned, running, ScriptedAgent } from './scripted-transport.fixture.ts'
import type { StepSetting } from './step-setting.ts'
import { upstreamTrafficFor } from './upstream-traffic.ts'

const asking = { check: 'upstream_traffic', min_count: 1 }
const withController = { tools: ['comply_test_controller'] } as unknown as AgentProfile

async function ask(reply: Reply, { agent = withController, since }: { agent?: AgentProfile; since?: string } = {}) {
  const board = planned([
    [
      { id: 'first', task: 'check_governance' },
      { id: 's', task: 'check_governance', validations: [{ ...asking, ...(since === undefined ? {} : { since }) }] },
    ],
  ])
  const scripted = new ScriptedAgent([reply])
  const run = running(scripted, { agent })
  const state = new BoardState(board, run.ids, run.runner)
  const lines = new Lines((speaker) => run.connect(speaker))
  const setting: StepSetting = { run, state, lines, dateShift: 0, invariantIds: new Set() }
  const [first, step] = board.steps
  if (!first || !step) throw new Error('no steps')
  state.record(first, { status: 'passed' }, { ...exchange(result({})), startedAt: '2026-12-31T23:59:00.000Z' })
  return { ...(await upstreamTrafficFor(step, exchange(result({})), setting)), heard: scripted.heard }
}

it('is a check of this release', () => {
  expect(findCheck('upstream_traffic')?.needs).toEqual(['upstream'])
})

it('is asked for from a little before the step was sent, and the question is kept', async () => {
  const payload = { success: true, recorded_calls: [], total_count: 0 }
  const { upstream, asked, heard } = await ask(result(payload))
  expect(upstream).toEqual({ status: 'told', payload })
  expect(asked).toHaveLength(1)
  expect(heard.map(({ task, arguments: args }) => [task, args])).toEqual([
    [
      'comply_test_controller',
      { scenario: 'query_upstream_traffic', params: { since_timestamp: '2026-12-31T23:59:59.750Z', limit: 1000 } },
    ],
  ])
})

it('is asked for from an earlier step on', async () => {
  const { heard } = await ask(result({ success: true }), { since: 'first' })
  expect(heard[0]?.arguments.params).toMatchObject({ since_timestamp: '2026-12-31T23:58:59.750Z' })
})

describe('is not to be had', () => {
  it.each<[Reply, object]>([
    [result({ success: false, error: 'UNKNOWN_SCENARIO' }), { status: 'not_offered' }],
    [refusal({ code: 'UNKNOWN_SCENARIO' }), { status: 'not_offered' }],
    [
      result({ success: false, error: 'FORBIDDEN' }),
      { status: 'failed', note: 'comply_test_controller answered FORBIDDEN' },
    ],
    [refusal({ code: 'INTERNAL' }), { status: 'failed' }],
    [httpError(500), { status: 'failed', note: 'comply_test_controller gave no answer' }],
  ])('%j', async (reply, upstream) => {
    expect((await ask(reply)).upstream).toMatchObject(upstream)
  })

  it('from an agent without a test controller, which is not asked', async () => {
    const { upstream, heard } = await ask(result({}), { agent: { tools: [] } as unknown as AgentProfile })
    expect([upstream?.status, heard]).toEqual(['not_offered', []])
  })
})
