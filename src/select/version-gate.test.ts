import { expect, it } from 'vitest'
import type { Json } from '../model/json.ts'
import { agentWith, boardOf, gatingOf } from './gating.fixture.ts'
import { versionGate } from './version-gate.ts'

const gate = (introduced_in: string, release: string, adcp: Json) =>
  versionGate(boardOf({ introduced_in }), gatingOf(agentWith({ capabilities: { adcp } }), { release }))

it.each<[string, string, Json]>([
  ['3.0', '3.0.6', { major_versions: [3] }],
  ['3.1', '3.1.19', { major_versions: [3] }],
  ['3.1', '3.1.19', { major_versions: [2, 4] }],
  ['3.1', '3.1.19', { supported_versions: ['3.0', '3.2'], major_versions: [2] }],
  ['3.1', '3.1.19', { supported_versions: ['3.1-rc.2'] }],
  ['3.1', '3.1.19', { supported_versions: ['nonsense'], major_versions: ['three'] }],
  ['3.1', '3.1.19', null],
])('%s runs in %s for an agent of %j', (introduced, release, adcp) => {
  expect(gate(introduced, release, adcp)).toBeUndefined()
})

it('does not apply to a run by an older release', () => {
  expect(gate('3.1', '3.0.6', {})).toEqual({
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: 'introduced in AdCP 3.1, and this run grades by 3.0.6',
  })
})

it.each<[Json, string, Json]>([
  [{ supported_versions: ['3.0', '2.9'], major_versions: [3] }, '/adcp/supported_versions', ['3.0', '2.9']],
  [{ major_versions: [2] }, '/adcp/major_versions', [2]],
])('does not apply to an agent that speaks only older ones: %j', (adcp, pointer, value) => {
  expect(gate('3.1', '3.1.19', adcp)).toEqual({
    status: 'not_applicable',
    reason: 'not_applicable',
    detail: 'introduced in AdCP 3.1, and the agent speaks none so new',
    evidence: { pointer, value },
  })
})

it('blocks what cannot be compared', () => {
  expect(gate('soon', '3.1.19', {})).toEqual({
    status: 'blocked',
    reason: 'authoring_defect',
    detail: 'introduced_in is "soon"; it should be a release such as 3.1',
  })
})
