import { expect, it } from 'vitest'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { Step } from '../model/storyboard.ts'
import { needsWebhooks, withoutWebhooks } from './needs-webhooks.ts'

function board(...steps: readonly (Step & { decided?: PlannedStep['decided'] })[]): PlannedBoard {
  const phase = { id: 'p', steps }
  const source = { value: { id: 'b', phases: [phase] }, file: 'b.yaml', locate: () => ({ line: 1, column: 1 }) }
  const planned = steps.map(({ decided, ...step }) => ({
    address: `b/p/${step.id}`,
    phase,
    step,
    task: step.task,
    line: 1,
    standsOn: [],
    ...(decided && { decided }),
  }))
  return { source, kit: undefined, steps: planned }
}

const giving: Step = {
  id: 'give',
  task: 'create_media_buy',
  sample_request: { push_notification_config: { url: '{{runner.webhook_url:give}}' } },
}
const waiting: Step = { id: 'wait', task: 'expect_webhook' }
const plain: Step = { id: 'plain', task: 'get_products', sample_request: { brief: 'webhook' } }
const gated = { verdict: { status: 'not_applicable', reason: 'missing_tool', detail: 'x' }, validations: [] } as const

it('sees which storyboards count on being called back', () => {
  expect([board(giving), board(waiting), board(plain, giving)].map(needsWebhooks)).toEqual([true, true, true])
  expect([board(plain), board({ ...giving, decided: gated }), board()].map(needsWebhooks)).toEqual([
    false,
    false,
    false,
  ])
})

it('sends nothing of a storyboard that would give away an address that leads nowhere', () => {
  const { steps } = withoutWebhooks(board(plain, giving, { ...waiting, decided: gated }), 'this run hosts none')
  const unmet = { status: 'blocked', reason: 'requirement_unmet', detail: 'webhook_receiver; this run hosts none' }
  expect(steps.map(({ decided }) => decided?.verdict)).toEqual([unmet, unmet, gated.verdict])
  const other = board(plain, waiting)
  expect(withoutWebhooks(other, 'this run hosts none')).toBe(other)
})
