import { expect, it } from 'vitest'
import { refusal } from '../checks/evidence.fixture.ts'
import { audit, planned, play } from './scripted-transport.fixture.ts'

it('is made once, before the first step, whatever becomes of the step that names it', async () => {
  const naming = audit({
    sample_request: { id: '$context.task' },
    context_outputs: [
      { name: 'task', generate: 'uuid_v4' },
      { key: 'other', generate: 'opaque_id' },
    ],
  })
  const using = audit({ id: 'use', sample_request: { id: '$context.task', other: '$context.other' } })
  const { agent, steps } = await play(planned([[naming, using]]), () => refusal())
  expect(agent.heard.map((call) => call.arguments)).toEqual([{ id: 'uuid-1' }, { id: 'uuid-1', other: 'opaque-2' }])
  expect(steps[0]?.captured).toEqual([])
})
