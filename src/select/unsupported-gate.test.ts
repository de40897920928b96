import { expect, it } from 'vitest'
import { unsupportedGate } from './unsupported-gate.ts'

it.each(['check_governance', 'get_products', 'assert_contribution', 'expect_webhook', 'request_signing_probe'])(
  'lets %s run',
  (task) => {
    expect(unsupportedGate({ task })).toBeUndefined()
  },
)

it.each(['expect_no_webhook', 'trusted_match_context', 'replay_trusted_match_context_vector'])(
  'blocks %s by name: no agent has such a tool',
  (task) => {
    expect(unsupportedGate({ task })).toEqual({
      verdict: { status: 'blocked', reason: 'unsupported', detail: `this release does not run task ${task} yet` },
      validations: [],
    })
  },
)

it('blocks a sample whose assets the runner should make', () => {
  const creatives = [{ creative_id: 'c', assets: { $build_assets_from_format: '$context.format_ref' } }]
  expect(unsupportedGate({ task: 'sync_creatives', sample_request: { creatives } })).toEqual({
    verdict: {
      status: 'blocked',
      reason: 'unsupported',
      detail: 'this release does not make assets for a format, which $build_assets_from_format asks for',
    },
    validations: [],
  })
  expect(
    unsupportedGate({ task: 'sync_creatives', sample_request: { creatives: [{ assets: {} }, null] } }),
  ).toBeUndefined()
})
