import type { KeyObject } from 'node:crypto'
import { checkAttestation } from '../attest/check-attestation.ts'
import { EvidenceRefused, UsageError } from '../errors.ts'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { type Verification, verifyBundle } from '../evidence/verify-bundle.ts'
import { loadReporter } from '../report/reporters.ts'
import { prepare } from '../run.ts'
import { badgeOf, badgeSvg, shieldsEndpoint } from './badge.ts'
import { thawed } from './frozen.ts'
import { otherRules } from './same-rules.ts'
import type { Submission } from './submission.ts'

/** What came out when a submission was checked. */
export interface Checked {
  /** Why it is not accepted: sentences; none when it is. */
  readonly reasons: readonly string[]
  /** What a person should know all the same: sentences. */
  readonly notes: readonly string[]
  /** Absent when the bundle could not be read. */
  readonly bundle?: Bundle
}

/** Outcomes that need the signature of a token, which no bundle holds. */
const needTheSignature = new Set(['gov_token_signature', 'signature_invalid', 'expect_webhook_signature_valid'])

/** Checks a submission without trusting anything in it: reads, derives and compares all of it. */
export async function checkSubmission(
  submission: Submission,
  { key, bundles }: { readonly key?: KeyObject | undefined; readonly bundles?: string | undefined } = {},
): Promise<Checked> {
  try {
    const bundle = await openBundle(submission.bundle)
    const found = await verifyBundle(bundle, bundles)
    const about = [...aboutVerdict(bundle), ...aboutDerivation(found), ...thawed(bundle)]
    const reasons = [
      ...about,
      ...(await aboutRules(bundle, bundles)),
      ...(await aboutFiles(submission, { bundle, found, key })),
    ]
    return { reasons, notes: found.settled.map(settledNote), bundle }
  } catch (error) {
    if (error instanceof UsageError) return { reasons: [`the evidence cannot be taken: ${error.message}`], notes: [] }
    throw error
  }
}

function aboutVerdict({ manifest }: Bundle): readonly string[] {
  const { run, stage } = manifest
  return [
    ...(run.verdict === 'conformant' ? [] : [`the verdict of the run is ${run.verdict}`]),
    ...(run.scope.kind === 'profile' ? [] : ['the run is not of a profile']),
    ...(stage.stopped ? ['the run was ended before it had finished'] : []),
  ]
}

function aboutDerivation({ status, settled, otherwise, differences }: Verification): readonly string[] {
  const [first] = differences
  const beyond = settled.filter(({ result }) => !needTheSignature.has(result.check))
  return [
    ...(status === 'differs' ? [`the report does not follow from the exchanges: ${first?.pointer} is another`] : []),
    ...(status === 'not_derivable' ? ['the record does not carry its own report'] : []),
    ...beyond.map(({ step, result }) => `${result.check} in ${step} cannot be re-derived`),
    ...otherwise,
  ]
}

async function aboutRules(bundle: Bundle, bundles: string | undefined): Promise<readonly string[]> {
  const { scope, adcp } = bundle.manifest.run
  if (scope.kind !== 'profile') return []
  const options = { release: adcp.release, ...(bundles !== undefined && { bundles }) }
  return otherRules(bundle, await prepare(adcp.line, { kind: 'profile', id: scope.id }, options))
}

interface Derived {
  readonly bundle: Bundle
  readonly found: Verification
  readonly key?: KeyObject | undefined
}

/** What of the files beside the evidence does not follow from it: sentences. */
export async function aboutFiles(submission: Submission, { bundle, found, key }: Derived): Promise<readonly string[]> {
  return [
    ...(await aboutReports(submission, found)),
    ...aboutBadge(submission, bundle),
    ...aboutAttestation(submission, bundle, key),
  ]
}

async function aboutReports({ json, html }: Submission, { report }: Verification): Promise<readonly string[]> {
  const [jsonOf, htmlOf] = await Promise.all([loadReporter('json'), loadReporter('html')])
  return [
    ...(json === jsonOf(report) ? [] : ['report.json is not the report of this run']),
    ...(html === htmlOf(report) ? [] : ['report.html is not the report of this run']),
  ]
}

function aboutBadge({ badge, badgeData }: Submission, { manifest }: Bundle): readonly string[] {
  const own = badgeOf(manifest)
  return badge === badgeSvg(own) && badgeData === shieldsEndpoint(own) ? [] : ['the badge is not that of this run']
}

function aboutAttestation({ attestation }: Submission, bundle: Bundle, key: KeyObject | undefined): readonly string[] {
  if (attestation === undefined) return key ? ['there is no attestation'] : []
  if (!key) return ['the attestation was not checked: give --public-key']
  try {
    checkAttestation(attestation, bundle, key)
    return []
  } catch (error) {
    if (error instanceof EvidenceRefused) return [error.message]
    throw error
  }
}

function settledNote({ step, result }: Verification['settled'][number]): string {
  return `${result.check} in ${step} cannot be re-derived: it is taken as recorded, ${result.outcome.status}`
}
