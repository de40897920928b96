import { describe, expect, it } from 'vitest'
import { refusal, result } from '../checks/evidence.fixture.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { impairmentCoherence } from './impairment-coherence.ts'
import type { Observed } from './invariant.ts'
import { seen, world } from './observed.fixture.ts'

const impairment = (more: JsonObject = {}): JsonObject => ({
  impairment_id: 'i',
  resource_type: 'creative',
  resource_id: 'c',
  package_ids: ['a'],
  transition: { from: 'approved', to: 'rejected' },
  ...more,
})
const read = (health: Json, impairments: Json, packages: Json = [{ package_id: 'a' }]) =>
  seen('get_media_buys', result({ media_buys: [{ media_buy_id: 'mb', health, impairments, packages }] }))
const creative = (status: string) => seen('list_creatives', result({ creatives: [{ creative_id: 'c', status }] }))
const judge = (...answered: Observed[]) => impairmentCoherence.judge(answered, world)

describe('a media buy that contradicts itself', () => {
  it.each<[string, Observed[], string]>([
    ['impaired by nothing', [read('impaired', [])], '/media_buys/0/health'],
    ['ok with impairments', [read('ok', [impairment()])], '/media_buys/0/health'],
    [
      'a status that such a resource does not have',
      [read('impaired', [impairment({ transition: { to: 'withdrawn' } })])],
      '/media_buys/0/impairments/0/transition/to',
    ],
    [
      'a package that is not there',
      [read('impaired', [impairment({ package_ids: ['a', 'b'] })])],
      '/media_buys/0/impairments/0/package_ids',
    ],
    [
      'a resource that is in service again',
      [creative('rejected'), read('impaired', [impairment()]), creative('approved'), read('impaired', [impairment()])],
      '/media_buys/0/impairments/0',
    ],
  ])('%s', (_words, answered, pointer) => {
    expect(judge(...answered)).toMatchObject({ status: 'failed', pointer })
  })
})

it.each<[string, Observed[]]>([
  ['all is well', [read('ok', [])]],
  ['impaired, and it says by what', [creative('approved'), read('impaired', [impairment()])]],
  ['still out of service', [creative('rejected'), read('impaired', [impairment()])]],
  ['cleared', [creative('rejected'), creative('approved'), read('ok', [])]],
  [
    'out of service again',
    [creative('rejected'), creative('approved'), creative('rejected'), read('impaired', [impairment()])],
  ],
  ['nothing said of health', [read(null, null)]],
  ['a kind that nobody knows', [read('impaired', [impairment({ resource_type: 'moon', transition: null })])]],
  ['no packages told', [read('impaired', [impairment({ package_ids: ['z'] })], [])]],
  ['an error', [seen('get_media_buys', refusal())]],
  ['another task', [creative('approved')]],
  ['nothing', []],
])('leaves in peace: %s', (_words, answered) => {
  expect(judge(...answered)).toBeUndefined()
})
