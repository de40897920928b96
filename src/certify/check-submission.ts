import type { KeyObject } from 'node:crypto'
import { checkAttestation } from '../attest/check-attestation.ts'
import { EvidenceRefused, UsageError } from '../errors.ts'
import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { otherRules } from '../evidence/published-rules.ts'
import { type Verification, verifyBundle } from '../evidence/verify-bundle.ts'
import { isLoopback } from '../keys/loopback.ts'
import { loadReporter } from '../report/reporters.ts'
import { amiss, badgeOf, badgeSvg, shieldsEndpoint } from './badge.ts'
import { thawed } from './frozen.ts'
import { introductionOf, readme, type Submission } from './submission.ts'

/** What came out when a submission was checked. */
export interface Checked {
  /** Why it is not accepted: sentences; none when it is. */
  readonly reasons: readonly string[]
  /** What a person should know all the same: sentences. */
  readonly notes: readonly string[]
  /** Absent when the bundle could not be read. */
  readonly bundle?: Bundle
}

/** Checks a submission without trusting anything in it: reads, derives and compares all of it. */
export async function checkSubmission(
  submission: Submission,
  { key, bundles }: { readonly key?: KeyObject | undefined; readonly bundles?: string | undefined } = {},
): Promise<Checked> {
  try {
    const bundle = await openBundle(submission.bundle)
    const foreign = await otherRules(bundle, bundles)
    // Storyboards of their own are not carried out: nobody knows what they do.
    if (foreign.length > 0)
      return { reasons: foreign, notes: [`it was made by version ${bundle.manifest.tool.version}`], bundle }
    const found = await verifyBundle(bundle, bundles)
    const about = [...amiss(bundle, found), ...aboutDerivation(found), ...thawed(bundle)]
    const reasons = [...about, ...(await aboutFiles(submission, { bundle, found, key }))]
    return { reasons, notes: [...aboutTrust(submission, bundle), ...found.settled.map(settledNote)], bundle }
  } catch (error) {
    if (error instanceof UsageError) return { reasons: [`the evidence cannot be taken: ${error.message}`], notes: [] }
    throw error
  }
}

function aboutDerivation({ status, otherwise, differences }: Verification): readonly string[] {
  const [first] = differences
  return [
    ...(status === 'differs' ? [`the report does not follow from the exchanges: ${first?.pointer} is another`] : []),
    ...(status === 'not_derivable' ? ['the record does not carry its own report'] : []),
    ...otherwise,
  ]
}

/** What no record can show. */
function aboutTrust({ attestation }: Submission, { manifest }: Bundle): readonly string[] {
  const { url } = manifest.stage
  return [
    ...(attestation === undefined ? ['nobody signed it: a conversation that was made up looks the same'] : []),
    ...(isLoopback(url) ? [`the run was of ${url}, which only the machine of the run can reach`] : []),
  ]
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
    ...aboutBadge(submission, bundle, found),
    ...aboutReadme(submission, bundle, found),
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

function aboutReadme(submission: Submission, bundle: Bundle, found: Verification): readonly string[] {
  const isAttested = submission.attestation !== undefined
  const own = readme({ ...introductionOf(bundle, found), isAttested })
  return submission.readme === own ? [] : ['README.md is not that of this run']
}

function aboutBadge({ badge, badgeData }: Submission, bundle: Bundle, found: Verification): readonly string[] {
  const own = badgeOf(bundle, found)
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
