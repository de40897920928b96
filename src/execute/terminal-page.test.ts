import { expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import { audit, planned, play } from './scripted-transport.fixture.ts'

const next = audit({ id: 'next', not_applicable_if: 'terminal_page' })
const lastVerdict = async (reply: Reply, step = next) =>
  (await play(planned([[audit(), step]]), [reply])).verdicts.at(-1)

it('does not apply after the last page', async () => {
  expect(await lastVerdict(result({ pagination: { has_more: false } }))).toEqual({
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: 'the page before this one was the last: pagination.has_more is false',
  })
})

it.each([
  result({ pagination: { has_more: true } }),
  result({ pagination: {} }),
  result({}),
  refusal({ code: 'X' }, { pagination: { has_more: false } }),
])('applies after %j', async (reply) => {
  expect(await lastVerdict(reply)).toEqual({ status: 'passed' })
})

it.each([
  [{ not_applicable_if: 'friday' }, 'authoring_defect'],
  [{ response_projection: 'flat' }, 'unsupported'],
])('%j blocks its step', async (more, reason) => {
  expect(await lastVerdict(result({}), audit({ id: 'next', ...more }))).toMatchObject({ status: 'blocked', reason })
})

it('response_projection raw shows the reply as the agent wrapped it', async () => {
  const step = audit({ response_projection: 'raw', validations: [{ check: 'field_present', path: 'payload.a' }] })
  const wrapped = result({ a: 1 }, { envelope: { status: 'completed', payload: { a: 1 } } })
  expect((await play(planned([[step]]), [wrapped])).verdicts).toEqual([{ status: 'passed' }])
  const { response_projection: _, ...plain } = step
  expect((await play(planned([[plain]]), [wrapped])).verdicts).toEqual([{ status: 'failed' }])
})
