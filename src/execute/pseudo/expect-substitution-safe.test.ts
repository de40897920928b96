import { describe, expect, it } from 'vitest'
import { refusal, result } from '../../checks/evidence.fixture.ts'
import type { SafeReply } from '../../keys/safe-send.ts'
import type { Json, JsonObject } from '../../model/json.ts'
import type { Step } from '../../model/storyboard.ts'
import { planned, play } from '../scripted-transport.fixture.ts'
import { faults, probesWith } from './webhook-sender.fixture.ts'

const build: Step = {
  id: 'build',
  task: 'check_governance',
  sample_request: { catalogs: [{ items: [{ item_id: 'breakout', sku: '00013&cmd=drop' }] }] },
}
const binding = { macro: '{SKU}', catalog_item_id: 'breakout', vector_name: 'reserved-character-breakout' }
const look = (more: Readonly<Record<string, Json>> = {}): Step =>
  ({
    id: 'look',
    task: 'expect_substitution_safe',
    source_path: '/creative_manifest/preview_html',
    macro_template: 'https://track.example/imp?sku={SKU}',
    catalog_bindings: [binding],
    ...more,
  }) as Step

const html = (value: string) => `<img src="https://track.example/imp?sku=${value}">`
const preview = (value: string): JsonObject => ({ creative_manifest: { preview_html: html(value) } })

async function graded(payload: JsonObject, more: Readonly<Record<string, Json>> = {}, send?: SafeReply) {
  const probes = probesWith({}, send && (async () => send))
  return (await play(planned([[build, look(more)]]), [result(payload)], { probes })).steps[1]
}

it('passes values that are encoded as they must be', async () => {
  const step = await graded(preview('00013%26cmd%3Ddrop'))
  expect([step?.verdict, step?.validations.map(({ check }) => check)]).toEqual([
    { status: 'passed' },
    ['expect_substitution_safe'],
  ])
})

it('catches values that are not, and those that are left out', async () => {
  expect(faults(await graded(preview('00013&amp;cmd=drop')))).toEqual([
    {
      check: 'substitution_encoding_violation',
      expected: '00013%26cmd%3Ddrop',
      actual: { value: '00013', url: 'https://track.example/imp?sku=00013&cmd=drop' },
    },
  ])
  expect(faults(await graded(preview('')))?.map(({ check }) => check)).toEqual(['substitution_binding_missing'])
})

it('lets values be left out where the storyboard allows it, but does not call that a pass', async () => {
  const step = await graded(preview(''), { require_every_binding_observed: false })
  expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'nothing_evaluated' })
})

it('finds a preview elsewhere in the reply, and says when there is none', async () => {
  const elsewhere = { previews: [{ renders: [{ preview_html: html('00013%26cmd%3Ddrop') }] }] }
  expect((await graded(elsewhere))?.verdict).toEqual({ status: 'passed' })
  expect(faults(await graded({ creative_manifest: { preview_html: '' } }))?.map(({ check }) => check)).toEqual([
    'preview_source_unavailable',
  ])
})

it('hides values that an author wrote out', async () => {
  const own = { macro: '{SKU}', vector_name: 'mine', raw_value: 'a&b' }
  const [fault] = faults(await graded(preview('a'), { catalog_bindings: [own] })) ?? []
  expect(fault).toEqual({ check: 'substitution_encoding_violation', expected: 'a%26b', actual: null })
})

it.each<[string, Json]>([
  ['no list', 'x'],
  ['an empty list', []],
  ['no object', ['x']],
  ['a binding without a macro', [{ vector_name: 'x' }]],
  ['a value that is nowhere', [{ macro: '{SKU}', vector_name: 'unheard-of' }]],
])('blames the author for %s', async (_name, catalog_bindings) => {
  const step = await graded(preview('x'), { catalog_bindings })
  expect(step?.verdict).toMatchObject({ status: 'blocked', reason: 'authoring_defect' })
})

it('stands on the result of the step before', async () => {
  const { verdicts } = await play(planned([[build, look()]]), [refusal()])
  expect(verdicts[1]).toMatchObject({ status: 'blocked', reason: 'prerequisite_failed' })
})

it('does not look into an earlier reply when the step before was not sent', async () => {
  const other: Step = { id: 'other', task: 'sync_plans' }
  const unsent: Step = { ...build, sample_request: { plan_id: '$context.unknown' } }
  const { verdicts } = await play(planned([[other, unsent, look()]]), [result({ plans: [] })])
  expect(verdicts[2]).toMatchObject({ status: 'blocked', reason: 'prerequisite_failed' })
})

describe('behind an address', () => {
  const fields = { source: 'url_fetch', source_path: '/preview_url' }
  const payload = { preview_url: 'https://previews.example.com/1' }
  const page = (more: object = {}): SafeReply => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text: html('00013%26cmd%3Ddrop'),
    cut: false,
    ...more,
  })

  it('is fetched and looked into', async () => {
    expect((await graded(payload, fields, page()))?.verdict).toEqual({ status: 'passed' })
  })

  it.each<[string, SafeReply]>([
    ['http_status', page({ status: 404 })],
    ['redirect_returned', page({ status: 302 })],
    ['content_type', page({ headers: { 'content-type': 'application/json' } })],
    ['content_type', page({ headers: {} })],
    ['size_exceeded', page({ cut: true })],
    ['ssrf_blocked', { cause: 'refused', problem: 'the address is not a public one' }],
    ['fetch_timeout', { cause: 'timeout', problem: 'no answer in time' }],
  ])('is unusable: %s', async (reason, reply) => {
    const [fault] = faults(await graded(payload, fields, reply)) ?? []
    expect(fault).toMatchObject({ check: 'preview_url_unusable', actual: { reason } })
  })
})
