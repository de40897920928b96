import { expect, it } from 'vitest'
import type { PlannedBoard, PlannedStep } from '../model/plan.ts'
import type { Storyboard } from '../model/storyboard.ts'
import { needsPeer, withoutPeer } from './needs-peer.ts'

function board(more: Partial<Storyboard>, ...decided: readonly PlannedStep['decided'][]): PlannedBoard {
  const value = { id: 'b', phases: [], ...more }
  const step = { id: 's', task: 't' }
  const steps = decided.map((one) => ({
    address: 'b/p/s',
    phase: { id: 'p', steps: [step] },
    step,
    task: 't',
    line: 1,
    standsOn: [],
    ...(one && { decided: one }),
  }))
  return { source: { value, file: 'b.yaml', locate: () => ({ line: 1, column: 1 }) }, kit: undefined, steps }
}

const failed = { verdict: { status: 'failed' }, validations: [] } as const
const hosts = 'governance_agent'

it('is needed by a storyboard that says so and sends anything', () => {
  expect(needsPeer(board({ hosts }, undefined))).toBe(true)
  expect(needsPeer(board({ hosts }, failed))).toBe(false)
  expect(needsPeer(board({}, undefined))).toBe(false)
})

it('blocks what would be sent, and leaves what was decided, and other storyboards', () => {
  const verdicts = (planned: PlannedBoard) => planned.steps.map(({ decided }) => decided?.verdict)
  const blocked = { status: 'blocked', reason: 'peer_unreachable', detail: 'far away' }
  expect(verdicts(withoutPeer(board({ hosts }, undefined, failed), 'far away'))).toEqual([blocked, failed.verdict])
  expect(verdicts(withoutPeer(board({}, undefined), 'far away'))).toEqual([undefined])
})
