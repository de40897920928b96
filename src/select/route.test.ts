import { expect, it } from 'vitest'
import type { AgentProfile } from '../model/agent-profile.ts'
import type { Step } from '../model/storyboard.ts'
import { routeStep } from './route.ts'

const profile = (...supportedProtocols: string[]) => ({ supportedProtocols }) as unknown as AgentProfile
const agents = new Map([
  ['sales', profile('media_buy', 'creative')],
  ['governance', profile('governance')],
  ['wsj_sales', profile('media_buy')],
])

interface Case {
  readonly step?: Partial<Step>
  readonly protocol?: string
  readonly boardDefault?: string
  readonly runDefault?: string
}

function route({ step = {}, protocol, boardDefault, runDefault }: Case) {
  return routeStep(
    { step: { id: 's', task: 't', ...step }, protocol },
    { id: 'b', phases: [], ...(boardDefault === undefined ? {} : { default_agent: boardDefault }) },
    { agents, ...(runDefault === undefined ? {} : { defaultAgent: runDefault }) },
  )
}

it.each<[string, Case, string]>([
  ['the agent that the step names, before all', { step: { agent: 'sales' }, protocol: 'governance' }, 'sales'],
  ['the only one that claims the protocol', { protocol: 'governance', boardDefault: 'sales' }, 'governance'],
  ['one that claims it in the other spelling', { protocol: 'creative' }, 'sales'],
  [
    'the default of the storyboard where nobody claims',
    { protocol: 'account', boardDefault: 'wsj_sales', runDefault: 'sales' },
    'wsj_sales',
  ],
  ['the default of the run at last', { runDefault: 'sales' }, 'sales'],
])('goes to %s', (_words, one, agent) => {
  expect(route(one)).toEqual({ status: 'routed', agent })
})

it.each<[Case, string, string]>([
  [
    { step: { agent: 'brand' } },
    'unrouted_step',
    'the step names the agent "brand", and this run has sales, governance, wsj_sales',
  ],
  [
    { protocol: 'media-buy', boardDefault: 'sales' },
    'unrouted_step',
    'sales and wsj_sales both claim media-buy, and the step names neither',
  ],
  [
    { boardDefault: 'brand', runDefault: 'sales' },
    'default_agent_unresolved',
    'the default agent is "brand", and this run has sales, governance, wsj_sales',
  ],
  [{ protocol: 'account' }, 'unrouted_step', 'no agent claims the task, and there is no default agent'],
])('is not routed by guessing: %j', (one, mode, detail) => {
  expect(route(one)).toEqual({ status: 'unrouted', mode, detail })
})
