import { keptCertificate } from '../load/kept-certificate.ts'
import { readSecretFile } from '../load/secret-file.ts'
import { type Certificate, certificateFor } from '../peers/governance-peer/certificate.ts'
import { isThere, writeFileAtomic, writePrivateFile } from '../report/write.ts'

/**
 * A certificate for a host. With a file, the one that stands there is used again while it lasts, since whoever reads what it
 * trusts when it starts must find the same one; a new one is written there, its key beside it as `<file>.key`. `now`:
 * milliseconds since the epoch.
 */
export async function certificateIn(file: string | undefined, host: string, now: number): Promise<Certificate> {
  const kept = file === undefined ? undefined : await keptCertificate(file, host, now)
  if (kept) return kept
  const made = await certificateFor(host, now)
  if (file !== undefined) {
    await writePrivateFile(`${file}.key`, made.key)
    await writeFileAtomic(file, made.cert)
  }
  return made
}

/**
 * The certificate to trust in a file, as PEM. Where there is no such file yet, one for this machine is made, as `certificateIn` does:
 * whoever speaks https by it may be started later.
 * @throws UsageError when the file cannot be read
 */
export async function certificateToTrust(file: string, now: number): Promise<string> {
  if (isThere(file)) return readSecretFile(file)
  return (await certificateIn(file, '127.0.0.1', now)).cert
}
