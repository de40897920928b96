import { checkAttestation } from '../../attest/check-attestation.ts'
import { UsageError } from '../../errors.ts'
import type { Bundle } from '../../evidence/open-bundle.ts'
import { verifyBundle } from '../../evidence/verify-bundle.ts'
import { readBytes } from '../../load/read-bytes.ts'
import { readBundle } from '../bundle-file.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'
import { readPublicKey } from '../keys.ts'
import { verificationText } from '../verification-text.ts'

export interface VerifyFlags {
  readonly attestation?: string
  readonly publicKey?: string
}

/** Derives the verdict of a bundle again. 0 when it follows from its exchanges, 1 when it does not. */
export async function verifyCommand(file: string, flags: VerifyFlags, io: Io): Promise<number> {
  const bundle = await readBundle(file)
  const types = await attested(bundle, flags)
  const found = await verifyBundle(bundle, bundlesFolder(io.env))
  io.stdout.write(verificationText(bundle, found))
  if (types) io.stdout.write(`attested by this key: ${types.join(', ')}\n`)
  return found.status === 'same' || found.status === 'partly' ? 0 : 1
}

/** @throws EvidenceRefused when the attestation is not of this bundle and key */
async function attested(
  bundle: Bundle,
  { attestation, publicKey }: VerifyFlags,
): Promise<readonly string[] | undefined> {
  if (attestation === undefined && publicKey === undefined) return undefined
  if (attestation === undefined || publicKey === undefined)
    throw new UsageError('--attestation and --public-key need each other')
  const text = Buffer.from(await readBytes(attestation, 64 * 1024 * 1024)).toString('utf8')
  return checkAttestation(text, bundle, await readPublicKey(publicKey))
}
