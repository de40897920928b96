import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** What is left of a certificate must be enough for a long run. Milliseconds. */
const shortest = 2 * 3_600_000

/**
 * The certificate in a file and its key in `<file>.key`, both PEM, when they belong together, are for this host, and last;
 * undefined otherwise, and nothing is told of the key.
 */
export async function keptCertificate(
  file: string,
  host: string,
  now: number,
): Promise<{ readonly key: string; readonly cert: string } | undefined> {
  try {
    const [cert, key] = await Promise.all([readFile(file, 'utf8'), readFile(`${file}.key`, 'utf8')])
    const read = new X509Certificate(cert)
    const isForHost = read.checkHost(host) !== undefined || read.checkIP(host) !== undefined
    const lasts = Date.parse(read.validTo) - now > shortest && Date.parse(read.validFrom) <= now
    return isForHost && lasts && read.checkPrivateKey(createPrivateKey(key)) ? { key, cert } : undefined
  } catch {
    return undefined
  }
}
