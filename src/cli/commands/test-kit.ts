import { basename } from 'node:path'
import { UsageError } from '../../errors.ts'
import { didYouMean, shippedKitText, startedFrom } from '../../load/index.ts'
import { writeFileAtomic, writeNewFile } from '../../report/write.ts'
import type { Io } from '../io.ts'

export interface TestKitFlags {
  readonly from: string
  readonly force?: boolean
}

/**
 * Writes a test kit to start from: one that comes with this program, comments and all, under a name of its own.
 * @throws UsageError when there is no such kit, or the file is there already and may not be replaced
 */
export async function testKitInitCommand(file: string, { from, force }: TestKitFlags, io: Io): Promise<number> {
  const shipped = await shippedKitText(from)
  if ('names' in shipped)
    throw new UsageError(
      `no test kit "${from}"; there are ${shipped.names.join(', ')}${didYouMean(from, shipped.names)}`,
    )
  const text = startedFrom(shipped.text, from, nameOf(file))
  await (force ? writeFileAtomic(file, text) : writeNewFile(file, text))
  io.stderr.write(`${file} is written. Put your sandbox's values into it, then: run <url> --test-kit ${file}\n`)
  return 0
}

function nameOf(file: string): string {
  const name = basename(file).replace(/\.ya?ml$/i, '')
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '') || 'my_kit'
  )
}
