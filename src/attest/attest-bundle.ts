import type { KeyObject } from 'node:crypto'
import { UsageError } from '../errors.ts'
import type { Bundle } from '../evidence/open-bundle.ts'
import { beyondSignatures } from '../evidence/settled-outcomes.ts'
import type { Verification } from '../evidence/verify-bundle.ts'
import { signEnvelope } from './dsse.ts'
import { statementsOf } from './statements.ts'

export const payloadType = 'application/vnd.in-toto+json'

export interface Signing {
  readonly key: KeyObject
  readonly clock: { now(): number }
}

/**
 * The attestation of a bundle that was verified: one signed envelope a line.
 * @throws UsageError when the bundle shows nothing that can be attested
 */
export function attestBundle(bundle: Bundle, found: Verification, { key, clock }: Signing): string {
  const why = unattestable(bundle, found)
  if (why !== undefined) throw new UsageError(`nothing is attested: ${why}`)
  return statementsOf(bundle, clock.now())
    .map((statement) => `${JSON.stringify(signEnvelope(JSON.stringify(statement), payloadType, key))}\n`)
    .join('')
}

/** Why nothing can be attested of a run that was verified: a sentence; undefined when something can. */
export function unattestable(
  bundle: Bundle,
  { status, settled, unpublished }: Pick<Verification, 'status' | 'settled' | 'unpublished'>,
): string | undefined {
  if (status === 'differs' || status === 'not_derivable')
    return 'the verdict does not follow from the recorded exchanges'
  const [taken] = beyondSignatures(settled)
  if (taken)
    return `the outcome of ${taken.result.check} in ${taken.step} is taken on trust, and no signature is judged there`
  return unpublished[0] ?? unfinished(bundle)
}

/** Why a run has come to nothing that can be attested, whatever its record shows. */
export function unfinished({ manifest }: Bundle): string | undefined {
  const { verdict } = manifest.run
  if (manifest.stage.stopped) return 'the run was ended before it had finished'
  return verdict === 'conformant' || verdict === 'nonconformant' ? undefined : `the verdict of the run is ${verdict}`
}
