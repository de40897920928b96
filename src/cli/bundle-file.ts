import { type Bundle, openBundle } from '../evidence/open-bundle.ts'
import { readBytes } from '../load/read-bytes.ts'

/** Bytes of a bundle as it is packed. */
const largest = 256 * 1024 * 1024

/** @throws EvidenceRefused, UsageError */
export async function readBundle(file: string): Promise<Bundle> {
  return openBundle(await readBytes(file, largest))
}
