import { expect, it } from 'vitest'
import type { Phase, Step, Storyboard } from '../model/storyboard.ts'
import { unsupportedGate } from './unsupported-gate.ts'

const step: Step = { id: 's', task: 'check_governance', context_outputs: [{ name: 'x', path: 'check_id' }] }
const phase: Phase = { id: 'p', steps: [step] }
const board: Storyboard = { id: 'b', phases: [phase] }

const extra = (fields: object) => fields

it('lets what this release can do run', () => {
  expect(unsupportedGate(board, phase, step)).toBeUndefined()
  const plain = { ...board, prerequisites: { description: 'd', test_kit: 'k', controller_seeding: false } }
  expect(unsupportedGate(plain, { ...phase, optional: false }, step)).toBeUndefined()
})

it.each<[string, Storyboard, Phase, Step]>([
  ['fixtures', { ...board, ...extra({ fixtures: {} }) }, phase, step],
  ['requires_scenarios', { ...board, ...extra({ requires_scenarios: ['x'] }) }, phase, step],
  ['requires_capability', { ...board, ...extra({ requires_capability: {} }) }, phase, step],
  ['prerequisites.controller_seeding', { ...board, prerequisites: { controller_seeding: true } }, phase, step],
  ['optional', board, { ...phase, optional: true }, step],
  ['branch_set', board, { ...phase, ...extra({ branch_set: { id: 'x' } }) }, step],
  ['skip_if', board, { ...phase, ...extra({ skip_if: 'x' }) }, step],
  ['auth', board, phase, { ...step, ...extra({ auth: 'none' }) }],
  ['provides_state_for', board, phase, { ...step, ...extra({ provides_state_for: 'x' }) }],
  ['contributes', board, phase, { ...step, ...extra({ contributes: true }) }],
  ['task expect_webhook', board, phase, { ...step, task: 'expect_webhook' }],
  ['task request_signing_probe', board, phase, { ...step, task: 'request_signing_probe' }],
  [
    'task_completion captures',
    board,
    phase,
    { ...step, context_outputs: [{ name: 'x', path: 'task_completion.media_buy_id' }] },
  ],
])('blocks %s by name', (name, ...args) => {
  expect(unsupportedGate(...args)).toEqual({
    verdict: { status: 'blocked', reason: 'unsupported', detail: `this release does not run ${name} yet` },
    validations: [],
  })
})

it('names everything at once', () => {
  const used = unsupportedGate(
    { ...board, ...extra({ fixtures: {} }) },
    { ...phase, optional: true },
    { ...step, ...extra({ auth: 'none' }) },
  )
  expect(used?.verdict).toMatchObject({ detail: 'this release does not run fixtures, optional, auth yet' })
})
