import { expect, it } from 'vitest'
import { v30, v31 } from '../checks/evidence.fixture.ts'
import type { Invariants } from '../model/storyboard.ts'
import { invariantsInForce } from './index.ts'

const at30 = [
  'idempotency.conflict_no_payload_leak',
  'context.no_secret_echo',
  'governance.denial_blocks_mutation',
  'status.monotonic',
]
const without = (id: string) => at30.filter((one) => one !== id)

it.each<[Invariants | undefined, readonly string[]]>([
  [undefined, at30],
  [[], at30],
  [['status.monotonic'], at30],
  [['impairment.coherence'], [...at30, 'impairment.coherence']],
  [{}, at30],
  [{ disable: ['status.monotonic'] }, without('status.monotonic')],
  [
    { enable: ['impairment.coherence'], disable: ['status.monotonic'] },
    [...without('status.monotonic'), 'impairment.coherence'],
  ],
  [{ enable: ['status.monotonic'], disable: ['status.monotonic'] }, without('status.monotonic')],
])('%j: %j', (authored, ids) => {
  expect(invariantsInForce(authored, v30)).toEqual({ status: 'known', ids: new Set(ids) })
})

it('adds the coherence of impairments from 3.1 on', () => {
  expect(invariantsInForce(undefined, v31)).toEqual({
    status: 'known',
    ids: new Set([...at30, 'impairment.coherence']),
  })
})

it.each<Invariants>([['status.monotonik'], { disable: ['status.monotonik'] }, { enable: ['status.monotonik'] }])(
  'names what it does not know: %j',
  (authored) => {
    expect(invariantsInForce(authored, v30)).toEqual({ status: 'unknown', ids: ['status.monotonik'] })
  },
)
