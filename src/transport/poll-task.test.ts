import { afterEach, describe, expect, it } from 'vitest'
import type { Exchange } from '../model/exchange.ts'
import type { JsonObject } from '../model/json.ts'
import { extractTaskReply } from './extract.ts'
import { openMcp } from './index.ts'
import { options } from './loopback.fixture.ts'
import { polled, pollTaskAmong } from './poll-task.ts'
import { type SdkAgent, sdkAgent } from './sdk-agent.fixture.ts'

const open: SdkAgent[] = []
afterEach(async () => {
  for (const agent of open.splice(0)) await agent.close()
})

function replyAfter(task: JsonObject): Exchange['reply'] {
  const reply = extractTaskReply({ structuredContent: task })
  const request = { transport: 'mcp', operation: 'tasks/get', url: 'x', payload: {} } as const
  return polled({ request, reply, startedAt: '', durationMs: 0, http: [] }).reply
}

describe('what AdCP says of a task', () => {
  it('becomes the result of one that is completed', () => {
    const task = { task_id: 't', task_type: 'x', status: 'completed', result: { media_buy_id: 'm' } }
    expect(replyAfter(task)).toMatchObject({ payload: { media_buy_id: 'm' }, envelope: task })
    const without = { task_id: 't', task_type: 'x', status: 'completed' }
    expect(replyAfter(without)).toMatchObject({ payload: without })
  })

  it('stays interim for one that goes on', () => {
    const task = { task_id: 't', task_type: 'x', status: 'working' }
    expect(replyAfter(task)).toMatchObject({ interim: 'working', taskId: 't', payload: task })
  })

  it.each(['failed', 'canceled', 'rejected', 'auth-required', 'new'])(
    'becomes an error for one that is %s',
    (status) => {
      const error = { code: 'POLICY_VIOLATION', message: 'no' }
      expect(replyAfter({ task_id: 't', task_type: 'x', status, error })).toMatchObject({ error })
      expect(replyAfter({ task_id: 't', task_type: 'x', status })).toMatchObject({
        error: { message: `the task is "${status}"` },
      })
    },
  )
})

it.each([
  [['a', 'get_task_status', 'tasks_get'], 'get_task_status'],
  [['tasks_get'], 'tasks_get'],
  [['tasks/get'], 'tasks/get'],
  [[], 'tasks/get'],
])('%j is polled with %s', (offered, name) => {
  expect(pollTaskAmong(offered)).toBe(name)
})

it('is asked over MCP with the tool that the agent offers', async () => {
  const asked: JsonObject[] = []
  const agent = await sdkAgent(
    {
      tasks_get: (args) => {
        asked.push(args)
        const status = asked.length > 1 ? 'completed' : 'working'
        return {
          content: [],
          structuredContent: { task_id: 't1', status, ...(asked.length > 1 && { result: { a: 1 } }) },
        }
      },
    },
    true,
  )
  open.push(agent)
  const line = await openMcp(options(agent.url))
  const [first, second] = [await line.poll?.('t1'), await line.poll?.('t1')]
  await line.close()
  expect(first?.reply).toMatchObject({ interim: 'working' })
  expect(second?.reply).toMatchObject({ payload: { a: 1 } })
  expect(asked).toEqual([
    { task_id: 't1', include_result: true },
    { task_id: 't1', include_result: true },
  ])
  expect(first?.request.operation).toBe('tasks_get')
})
