import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { EvidenceRefused } from '../errors.ts'

/** Files by name. */
export type Entries = ReadonlyMap<string, string>

const mostEntries = 5_000
/** Bytes of all entries together, unpacked. */
const largest = 512 * 1024 * 1024
const goodName = /^(?:[\w@.%+~-]+\/)?[\w@.%+~-]+$/

/** The whole of these files as a zip file: the same bytes for the same files, whenever and wherever it is made. */
export function pack(entries: Entries): Uint8Array {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(sorted.map(([name, text]) => [name, strToU8(text)])), {
    level: 9,
    // Zip files hold local time without a zone.
    mtime: new Date(1980, 0, 1),
    os: 3,
  })
}

/**
 * The files in a zip file that `pack` made. Every byte counts: what unpacks to the same files and is not the same file is refused.
 * @throws EvidenceRefused for anything else, too large, or with names that lead elsewhere
 */
export function unpack(bytes: Uint8Array): Entries {
  const files = unzipped(bytes)
  const entries = new Map(Object.entries(files).map(([name, file]) => [name, strFromU8(file)]))
  if (entries.size === 0) throw new EvidenceRefused('the file holds nothing')
  if (Buffer.compare(pack(entries), bytes) !== 0)
    throw new EvidenceRefused('bytes of the file were changed, or something else than this program packed it')
  return entries
}

function unzipped(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let count = 0
  let size = 0
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize, size: packed }) {
        count += 1
        size += Math.max(originalSize, packed)
        if (count > mostEntries || size > largest)
          throw new EvidenceRefused(`it holds more than ${mostEntries} files or ${largest} bytes`)
        if (!goodName.test(name) || name.split('/').some((part) => /^\.*$/.test(part)))
          throw new EvidenceRefused(`it holds a file ${JSON.stringify(name.slice(0, 100))}, which no evidence has`)
        return true
      },
    })
  } catch (error) {
    if (error instanceof EvidenceRefused) throw error
    throw new EvidenceRefused('it is no evidence bundle, or it was cut short or damaged', { cause: error })
  }
}

/** SHA-256, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
