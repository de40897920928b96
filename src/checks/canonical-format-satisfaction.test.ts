import { describe, expect, it } from 'vitest'
import { AuthoringDefect, NotEvaluable } from '../errors.ts'
import type { Reply } from '../model/exchange.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { canonicalFormatSatisfaction } from './canonical-format-satisfaction.ts'
import { evidence, httpError, refusal, result, rpcError, silence } from './evidence.fixture.ts'
import { exchanged } from './exchange.fixture.ts'

const mrec = { agent_url: 'https://formats.example/', id: 'display_300x250' }
const option = {
  format_kind: 'image',
  format_option_id: 'o1',
  v1_format_ref: [mrec],
  params: { width: 300, height: 250 },
}
const listed = (product: JsonObject, operation = 'get_products') =>
  exchanged(result({ products: [{ product_id: 'p', ...product }] }), { operation })

const accepted = result({ media_buy_id: 'm' })
const refused = refusal({ code: 'UNSUPPORTED_FEATURE' })

function grade(value: boolean, selected: JsonObject, reply: Reply, product: JsonObject = { format_options: [option] }) {
  const request = { packages: [{ product_id: 'p', ...selected }] }
  const history = [listed({ format_options: [] }), listed(product), listed({ product_id: 'q' })]
  return canonicalFormatSatisfaction.evaluate({ value }, evidence(reply, { request, history }))
}

/** How the product gates a selection, read off a check that expects it to be accepted. */
function gated(params: Json, declared: JsonObject): 'yes' | 'no' {
  const product = { format_options: [{ format_kind: 'image', params: declared }] }
  return grade(true, { format_kind: 'image', params }, accepted, product).status === 'passed' ? 'yes' : 'no'
}

describe('canonical_format_satisfaction', () => {
  it.each<[string, JsonObject]>([
    ['a legacy format that the product links', { format_ids: [mrec] }],
    [
      'an option of the product',
      { format_option_refs: [{ scope: 'product', format_option_id: 'o1' }], format_ids: [{ id: 'x' }] },
    ],
    ['a kind with its size', { format_kind: 'image', params: { width: 300, height: 250 } }],
    ['nothing, which is everything', {}],
  ])('passes when %s is accepted', (_what, selected) => {
    expect(grade(true, selected, accepted)).toEqual({ status: 'passed' })
  })

  it('fails when what the product takes is refused', () => {
    expect(grade(true, { format_ids: [mrec] }, refused)).toEqual({
      status: 'failed',
      message: 'the agent answered the error UNSUPPORTED_FEATURE',
      pointer: '',
      expected: { accepted: true, local_satisfied: true },
      actual: { accepted: false, local_satisfied: true, rejection: { code: 'UNSUPPORTED_FEATURE' } },
    })
  })

  it.each([
    refused,
    refusal({ code: 'VALIDATION_ERROR', field: 'packages[0].format_kind' }),
    refusal({ code: 'INVALID_REQUEST', message: 'the format lacks its size' }),
    rpcError(-32602, 'no', { code: 'UNSUPPORTED_FEATURE' }),
  ])('passes when an under-specified kind is refused for its format: %j', (reply) => {
    expect(grade(false, { format_kind: 'image' }, reply)).toEqual({ status: 'passed' })
  })

  it.each([
    accepted,
    refusal({ code: 'AUTH_REQUIRED' }),
    refusal({ code: 'UNSUPPORTED_FEATURE', field: 'account' }),
    httpError(500),
    silence(),
  ])('fails when it is not: %j', (reply) => {
    expect(grade(false, { format_kind: 'image' }, reply)).toMatchObject({
      status: 'failed',
      expected: { accepted: false, local_satisfied: false },
    })
  })

  it('fails when the product does not gate what the author says it does', () => {
    expect(
      grade(false, { format_kind: 'image' }, refused, { format_options: [{ format_kind: 'image', params: {} }] }),
    ).toMatchObject({
      status: 'failed',
      message: 'the product, as the agent listed it, accepts the formats of the package',
    })
    expect(
      grade(true, { format_option_refs: [{ scope: 'publisher', format_option_id: 'o1' }] }, accepted),
    ).toMatchObject({
      message: 'the product, as the agent listed it, does not accept the formats of the package',
    })
  })

  it('takes legacy formats as they are when the product has no others', () => {
    const product = { format_ids: [mrec] }
    expect(grade(true, { format_ids: [{ ...mrec, agent_url: 'https://FORMATS.example' }] }, accepted, product)).toEqual(
      { status: 'passed' },
    )
    expect(grade(false, { format_ids: [{ ...mrec, id: 'other' }] }, refused, product)).toEqual({ status: 'passed' })
  })

  it('does not guess what a legacy format is that the product does not link', () => {
    expect(() => grade(true, { format_ids: [{ ...mrec, id: 'other' }] }, accepted)).toThrow(NotEvaluable)
  })

  it('blames the author for a request without packages, a product that was never listed, and no value', () => {
    const history = [listed({}, 'list_products')]
    const without = (request: JsonObject) => evidence(accepted, { request, history })
    expect(() => canonicalFormatSatisfaction.evaluate({ value: true }, without({}))).toThrow(AuthoringDefect)
    expect(() =>
      canonicalFormatSatisfaction.evaluate({ value: true }, without({ packages: [{ product_id: 'p' }] })),
    ).toThrow(AuthoringDefect)
    expect(() => canonicalFormatSatisfaction.evaluate({}, without({}))).toThrow(AuthoringDefect)
  })
})

describe('a product', () => {
  it.each<[Json, JsonObject]>([
    [{ width: 300, height: 250 }, {}],
    [
      { sizes: [{ width: 1, height: 2 }] },
      {
        sizes: [
          { width: 1, height: 2 },
          { width: 3, height: 4 },
        ],
      },
    ],
    [
      { width: 3, height: 4 },
      {
        sizes: [
          { width: 1, height: 2 },
          { width: 3, height: 4 },
        ],
      },
    ],
    [
      { width: 300, height: 250 },
      { min_width: 200, max_width: 300 },
    ],
    [
      { min_width: 250, max_width: 280 },
      { min_width: 200, max_width: 300 },
    ],
    [{ duration_ms_exact: 15_000 }, { duration_ms_range: [null, 60_000] }],
    [{ duration_ms_range: [6_000, 15_000] }, { duration_ms_range: [6_000, 30_000] }],
    [{ image_formats: ['png'] }, { image_formats: ['jpg', 'png'] }],
  ])('takes %j where it declares %j', (params, declared) => expect(gated(params, declared)).toBe('yes'))

  it.each<[Json, JsonObject]>([
    [{}, { width: 300, height: 250 }],
    [{ width: 300 }, { width: 300, height: 250 }],
    [
      { width: 300, height: 251 },
      { width: 300, height: 250 },
    ],
    [{ sizes: [] }, { sizes: [{ width: 1, height: 2 }] }],
    [
      {
        sizes: [
          { width: 1, height: 2 },
          { width: 9, height: 9 },
        ],
      },
      { sizes: [{ width: 1, height: 2 }] },
    ],
    [{ min_width: 250 }, { min_width: 200, max_width: 300 }],
    [{}, { max_height: 300 }],
    [{ duration_ms_exact: 61_000 }, { duration_ms_range: [null, 60_000] }],
    [{ duration_ms_range: [6_000, 31_000] }, { duration_ms_range: [6_000, 30_000] }],
    [{ duration_ms_range: [6_000, 6_000] }, { duration_ms_exact: 15_000 }],
    [null, { duration_ms_exact: 15_000 }],
  ])('does not take %j where it declares %j', (params, declared) => expect(gated(params, declared)).toBe('no'))

  it('whose other parameters differ is not judged', () => {
    expect(() => gated({ image_formats: ['gif'] }, { image_formats: ['jpg'] })).toThrow(NotEvaluable)
  })
})
