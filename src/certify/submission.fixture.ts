import { generateKeyPairSync } from 'node:crypto'
import { attestBundle } from '../attest/attest-bundle.ts'
import { makeBundle } from '../evidence/make-bundle.ts'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { realManner, recordedRun } from '../evidence/recorded-run.fixture.ts'
import { type Verification, verifyBundle } from '../evidence/verify-bundle.ts'
import type { ScopeRequest } from '../load/scope.ts'
import { loadReporter } from '../report/reporters.ts'
import { prepare } from '../run.ts'
import { badgeOf, badgeSvg, shieldsEndpoint } from './badge.ts'
import { frozenSettings } from './frozen.ts'
import { seededIds } from './seeded-ids.ts'
import { introductionOf, readme, type Submission } from './submission.ts'

export const pair = generateKeyPairSync('ed25519')
export const profile = 'governance-agent-core@3.0'

/** A run of the reference agent with the settings of a certificate. */
export async function certifiedRun(scope: ScopeRequest): Promise<Uint8Array> {
  const seed = crypto.randomUUID()
  const manner = realManner({ ...frozenSettings, ids: seededIds(seed) })
  const recorded = await recordedRun(await prepare('3.0', scope), { manner })
  return (await makeBundle(recorded, { idSeed: seed })).bytes
}

export interface MadeSubmission {
  readonly submission: Submission
  readonly bundle: Bundle
  readonly found: Verification
}

/** What `certify` writes for this bundle. */
export async function submissionOf(bytes: Uint8Array): Promise<MadeSubmission> {
  const bundle = await openBundle(bytes)
  const found = await verifyBundle(bundle)
  const [json, html] = await Promise.all([loadReporter('json'), loadReporter('html')])
  const badge = badgeOf(bundle, found)
  const submission = {
    bundle: bytes,
    json: json(found.report),
    html: html(found.report),
    badge: badgeSvg(badge),
    badgeData: shieldsEndpoint(badge),
    readme: readme({ ...introductionOf(bundle, found), isAttested: true }),
    attestation: attestBundle(bundle, found, { key: pair.privateKey, clock: { now: Date.now } }),
  }
  return { submission, bundle, found }
}
