import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../model/json.ts'
import type { Storyboard } from '../../model/storyboard.ts'
import { signedRequestSteps } from '../../plan/signed-request-steps.ts'
import { located, now, planned, play } from '../scripted-transport.fixture.ts'
import { cap, type Fault, officialVectors, openVerifyingAgent } from './verifying-agent.fixture.ts'

const claims = { supported: true, covers_content_digest: 'either', required_for: ['create_media_buy'] }
const kit = {
  id: 'signed_requests_runner',
  stateful_vector_contract: { rate_abuse: { grading_target_per_keyid_cap_requests: cap } },
}
const ids = { uuid: () => crypto.randomUUID(), opaque: () => crypto.randomUUID() }

function phases(only?: RegExp): Storyboard['phases'] {
  const names = (side: string) =>
    officialVectors.names(`request-signing/${side}`).filter((id) => only?.test(id) ?? true)
  const vectors = { positive_vectors: names('positive'), negative_vectors: names('negative') }
  const open = [
    { id: 'positive_vectors', steps: [] },
    { id: 'negative_vectors', steps: [] },
  ]
  return signedRequestSteps(located({ id: 'signed_requests', phases: open }, 'b.yaml'), vectors).value.phases
}

/** What became of each vector, by its id. */
async function graded(signing: JsonObject, fault?: Fault, only?: RegExp) {
  const { agent, probes, close } = await openVerifyingAgent(signing, () => now, fault)
  try {
    const board = planned([], { phases: phases(only) }, kit)
    const run = { agent, probes, ids, runner: { agent_url: agent.url } }
    const { steps } = await play(board, [], run)
    return new Map(steps.map((step) => [step.id, step]))
  } finally {
    await close()
  }
}

function by(status: string, steps: Awaited<ReturnType<typeof graded>>) {
  return [...steps.values()].filter(({ verdict }) => verdict.status === status).map(({ id }) => id)
}

/** What one address, with keys that are published, cannot be asked. */
const elsewhere = [
  '005-default-port-stripped',
  '008-percent-encoded-path',
  '009-percent-encoded-unreserved-decoded',
  '010-percent-encoded-slash-preserved',
  '011-ipv6-authority',
  '012-ipv6-authority-default-port-stripped',
]

describe('a verifier that does it right', () => {
  it('passes every vector that can be brought to it', async () => {
    const steps = await graded(claims)
    expect(by('failed', steps)).toEqual([])
    expect(by('blocked', steps)).toEqual([])
    expect(by('not_applicable', steps)).toEqual([
      ...elsewhere,
      '007-missing-content-digest',
      '018-digest-covered-when-forbidden',
      '025-jwk-alg-crv-mismatch',
      '026-non-ascii-host',
    ])
    expect(by('passed', steps)).toHaveLength(29)
  })

  it.each([
    ['required', '007-missing-content-digest'],
    ['forbidden', '018-digest-covered-when-forbidden'],
  ])('passes those about its own policy: %s', async (covers_content_digest, own) => {
    const steps = await graded({ ...claims, covers_content_digest })
    expect(by('failed', steps)).toEqual([])
    expect(steps.get(own)?.verdict).toEqual({ status: 'passed' })
  })
})

describe('catches a verifier that', () => {
  const accepts =
    (code: string): Fault =>
    (verdict) =>
      verdict.status === 'refused' && verdict.code === code ? { status: 'unsigned' } : verdict
  const calls =
    (code: string): Fault =>
    (verdict) =>
      verdict.status === 'refused' ? { ...verdict, code } : verdict

  it.each<[string, Fault, RegExp, readonly string[]]>([
    ['takes used nonces', accepts('request_signature_replayed'), /replayed/, ['016-replayed-nonce']],
    ['forgets what is revoked', accepts('request_signature_key_revoked'), /revoked/, ['017-key-revoked']],
    ['counts nothing', accepts('request_signature_rate_abuse'), /rate-abuse/, ['020-rate-abuse']],
    [
      'does not look at the body',
      accepts('request_signature_digest_mismatch'),
      /mismatch/,
      ['010-content-digest-mismatch'],
    ],
    ['takes wrong signatures', accepts('request_signature_invalid'), /015/, ['015-signature-invalid']],
    ['falls back when it cannot read', accepts('request_signature_header_malformed'), /011/, ['011-malformed-header']],
    [
      'has one code for all',
      calls('request_signature_invalid'),
      /00[23]-.*(tag|expired)/,
      ['002-wrong-tag', '003-expired-signature'],
    ],
  ])('%s', async (_name, fault, only, failed) => {
    expect(by('failed', await graded(claims, fault, only))).toEqual(failed)
  })

  it('refuses everybody', async () => {
    const refuse: Fault = () => ({ status: 'refused', code: 'request_signature_invalid', step: 10, detail: '' })
    const steps = await graded(claims, refuse, /001-basic|003-es256|016/)
    expect(by('failed', steps)).toEqual(['001-basic-post', '003-es256-post', '016-replayed-nonce'])
    const [validation] = steps.get('001-basic-post')?.validations ?? []
    expect(validation?.outcome).toEqual({
      status: 'failed',
      message: 'a request that is signed as it must be was refused (request_signature_invalid)',
      pointer: null,
      expected: { status: 200 },
      actual: { status: 401, error: 'request_signature_invalid' },
    })
  })

  it('checks the signature of a revoked key', async () => {
    const late: Fault = (verdict) =>
      verdict.status === 'refused' && verdict.step === 9 ? { ...verdict, code: 'request_signature_invalid' } : verdict
    const [validation] = (await graded(claims, late, /017/)).get('017-key-revoked')?.validations ?? []
    expect(validation?.outcome).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('before the revocation'),
    })
  })
})

it('does not apply to an agent that claims no such thing, and says where', async () => {
  const steps = await graded({ supported: false }, undefined, /001/)
  expect([...steps.values()].map(({ verdict }) => verdict)).toEqual(
    Array(2).fill({
      status: 'not_applicable',
      reason: 'unsatisfied_contract',
      detail: 'the agent does not claim to verify signed requests',
      evidence: { pointer: '/request_signing/supported', value: false },
    }),
  )
})

it('sends no credentials where the vector is about a request without any', async () => {
  const steps = await graded({ ...claims, required_for: [] }, undefined, /001-no|027/)
  expect(by('not_applicable', steps)).toEqual(['001-no-signature-header'])
  expect(by('passed', steps)).toEqual(['027-webhook-registration-authentication-unsigned'])
})
