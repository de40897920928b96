import { expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Reply } from '../model/exchange.ts'
import type { ContextOutput } from '../model/storyboard.ts'
import { exchange, planned } from './scripted-transport.fixture.ts'
import { unnamedCaptures } from './unnamed-captures.ts'

function taken(task: string, reply: Reply, outputs: readonly ContextOutput[] = []) {
  const board = planned([[{ id: 'make', task, context_outputs: outputs }]])
  const [step] = board.steps
  return step && Object.fromEntries(unnamedCaptures(step, exchange(reply), board))
}

it.each<[string, Reply, object]>([
  ['create_media_buy', result({ media_buy_id: 'mb_1' }), { media_buy_id: 'mb_1' }],
  ['create_content_standards', result({ standards_id: 's_1' }), { content_standards_id: 's_1' }],
  ['get_products', result({ proposals: [{ proposal_id: 'p_1' }] }), { proposal_id: 'p_1' }],
])('takes from %s what storyboards name and do not capture', (task, reply, values) => {
  expect(taken(task, reply)).toEqual(values)
})

it.each<[string, Reply]>([
  ['create_media_buy', result({ media_buy_id: null })],
  ['create_media_buy', result({ media_buy_id: 7 })],
  ['create_media_buy', result({ media_buy_id: '' })],
  ['create_media_buy', result({})],
  ['create_media_buy', refusal()],
  ['update_media_buy', result({ media_buy_id: 'mb_1' })],
  ['get_products', result({ proposals: [] })],
])('takes nothing from %s: %j', (task, reply) => {
  expect(taken(task, reply)).toEqual({})
})

it('leaves to the author what the author captures', () => {
  expect(taken('create_media_buy', result({ media_buy_id: 'mb_1' }), [{ name: 'media_buy_id', path: 'x' }])).toEqual({})
  expect(taken('create_media_buy', result({ media_buy_id: 'mb_1' }), [{ key: 'media_buy_id' }])).toEqual({})
})
