import { makeBundle } from '../evidence/make-bundle.ts'
import type { Recorded } from '../evidence/record-run.ts'
import { writeFileAtomic } from '../report/write.ts'
import type { RunOptions } from '../run.ts'
import type { Io } from './io.ts'

/** Writes the evidence bundle of a run, and says on stderr when it cannot carry the verdict. */
export async function writeEvidence(
  file: string,
  recorded: Recorded,
  { bundles }: Pick<RunOptions, 'bundles'>,
  { stderr }: Pick<Io, 'stderr'>,
): Promise<void> {
  const { bytes, manifest } = await makeBundle(recorded, { bundles })
  await writeFileAtomic(file, bytes)
  const [first] = manifest.not_derivable
  if (first)
    stderr.write(
      `warning: the verdict cannot be derived from ${file}: ${first.pointer} comes out differently when it is played again\n`,
    )
}
