import { expect, it } from 'vitest'
import { result } from '../checks/evidence.fixture.ts'
import type { Step, Storyboard } from '../model/storyboard.ts'
import { outcomes, plannedPhases, play } from './scripted-transport.fixture.ts'

const tools = ['get_media_buys']
const read = (id: string, more: Partial<Step> = {}): Step => ({ id, task: 'get_media_buys', ...more })
const board = (more: Partial<Storyboard> = {}, second: Partial<Step> = {}) =>
  plannedPhases([{ id: 'p1', steps: [read('one'), read('two', second)] }], { tools, more })
const script = [
  { media_buy_id: 'mb', status: 'canceled' },
  { media_buy_id: 'mb', status: 'active' },
].map((buy) => result({ media_buys: [buy] }))

it('fail the step that broke them, by name, and list what holds nowhere', async () => {
  const { report, steps } = await play(board(), script)
  expect(report.status).toBe('failed')
  expect(steps.map(outcomes)).toEqual([
    [['gov_reply', 'passed']],
    [
      ['gov_reply', 'passed'],
      ['invariant:status.monotonic', 'failed'],
    ],
  ])
  expect(steps[1]?.validations.at(-1)).toMatchObject({
    severity: 'required',
    outcome: { pointer: '/media_buys/0/status' },
  })
})

it.each<[string, Partial<Storyboard>, Partial<Step>]>([
  ['the storyboard', { invariants: { disable: ['status.monotonic'] } }, {}],
  ['the step', {}, { invariants: { disable: ['status.monotonic'] } }],
])('are left out where %s says so', async (_words, more, second) => {
  expect((await play(board(more, second), script)).report.status).toBe('passed')
})

it('that nobody knows keep the storyboard from being sent', async () => {
  const { agent, verdicts } = await play(board({ invariants: ['status.monotonik'] }), script)
  const blocked = {
    status: 'blocked',
    reason: 'authoring_defect',
    detail: 'this release does not know the invariants status.monotonik',
  }
  expect(verdicts).toEqual([blocked, blocked])
  expect(agent.heard).toEqual([])
})

it('find the credentials of the run', async () => {
  const secret = 'sk-0123456789abcdef'
  const { steps } = await play(board(), [result({ echo: secret }), result({})], { secrets: () => [secret] })
  expect(outcomes(steps[0])).toEqual([
    ['gov_reply', 'passed'],
    ['invariant:context.no_secret_echo', 'failed'],
  ])
})

it('do not make a step pass in which nothing was evaluated', async () => {
  const pendingBuy = result({ status: 'working', task_id: 't' }, { interim: 'working' })
  const { verdicts } = await play(board(), [pendingBuy, pendingBuy])
  expect(verdicts[0]).toMatchObject({ status: 'blocked', reason: 'nothing_evaluated' })
})
