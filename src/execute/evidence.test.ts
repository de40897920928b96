import { describe, expect, it } from 'vitest'
import { pending, refusal, result, rpcError, v30 } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { Step } from '../model/storyboard.ts'
import { BoardState } from './board-state.ts'
import { evidenceOf, expectationOf, responseSchemaOf } from './evidence.ts'
import { exchange, planned, running, ScriptedAgent } from './scripted-transport.fixture.ts'

const run = running(new ScriptedAgent([]))

describe('which kind of reply a step allows', () => {
  it.each<[Partial<Step>, string]>([
    [{}, 'success'],
    [{ expect_error: false }, 'success'],
    [{ expect_error: true }, 'error'],
    [{ gov_reply: 'any', expect_error: true }, 'any'],
    [{ gov_reply: 'success', expect_error: true }, 'success'],
  ])('%j: %s', (step, expects) => {
    expect(expectationOf({ id: 's', task: 't', ...step })).toBe(expects)
  })
})

describe('evidence', () => {
  const board = planned([[{ id: 's', task: 'check_governance' }]])
  const [step] = board.steps
  const state = new BoardState(board, run.ids, run.runner)

  it('is what was on the wire, timed by the runner', () => {
    const seen = step && evidenceOf(step, exchange(result({ a: 1 }), { sent: true }), { run, state })
    expect(seen).toMatchObject({
      adcp: v30,
      task: 'check_governance',
      expects: 'success',
      request: { sent: true },
      payload: { a: 1 },
      sentAt: '2027-01-01T00:00:00.000Z',
      receivedAt: '2027-01-01T00:00:02.000Z',
    })
  })

  it('holds the payload of an error, and none for a refusal by the transport', () => {
    const of = (reply: Parameters<typeof exchange>[0]) =>
      step && evidenceOf(step, exchange(reply), { run, state }).payload
    expect(of(refusal({ code: 'CONFLICT' }))).toEqual({ adcp_error: { code: 'CONFLICT' } })
    expect(of(rpcError(-32602, 'no'))).toBeUndefined()
  })
})

it.each([
  [{}, 'check_governance-response.json'],
  [{ response_schema_ref: 'mine.json' }, 'mine.json'],
  [{ response_schema_ref: 'no-such.json' }, undefined],
])('takes the response schema that %j names', async (more, id) => {
  const [step] = planned([[{ id: 's', task: 'check_governance', ...more }]]).steps
  expect(step && (await responseSchemaOf(step, run, result({})))?.id).toBe(id)
})

describe('a reply that is not final', () => {
  const valid = (ref: string, wrong: boolean) => ({
    id: ref,
    url: ref,
    validate: () => (wrong ? [{ instancePath: '', schemaPath: '', keyword: 'required', message: 'm' }] : []),
  })
  const schemaFor = async (reply: Reply, wrong: readonly string[]) => {
    const schemas: SchemaSet = {
      release: '3.0.6',
      task: () => ({
        response: 'final.json',
        interim: { submitted: 'submitted.json' },
        mutating: false,
        requiresIdempotencyKey: false,
      }),
      load: async (ref) => valid(ref, wrong.includes(ref)),
    }
    const [step] = planned([[{ id: 's', task: 'check_governance' }]]).steps
    return step && (await responseSchemaOf(step, running(new ScriptedAgent([]), { schemas }), reply))?.id
  }
  const submitted = { ...pending('submitted'), taskId: 't1' }

  it.each<[string, Reply, string[], string]>([
    ['satisfies the schema of results as well', submitted, [], 'final.json'],
    ['satisfies only the schema of such replies', submitted, ['final.json'], 'submitted.json'],
    ['satisfies neither', submitted, ['final.json', 'submitted.json'], 'submitted.json'],
    ['does not name its task', pending('submitted'), ['final.json'], 'final.json'],
    ['has no schema for such replies', { ...pending('working'), taskId: 't1' }, ['final.json'], 'final.json'],
  ])('that %s', async (_words, reply, wrong, id) => {
    expect(await schemaFor(reply, wrong)).toBe(id)
  })
})
