import { amiss, badgeOf, badgeSvg, shieldsEndpoint } from '../../certify/badge.ts'
import { UsageError } from '../../errors.ts'
import { verifyBundle } from '../../evidence/verify-bundle.ts'
import { terminalSafe } from '../../report/terminal-safe.ts'
import { writeFileAtomic } from '../../report/write.ts'
import { assertBesideInputs } from '../beside-inputs.ts'
import { readBundle } from '../bundle-file.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'

export interface BadgeFlags {
  readonly svg?: string
  readonly endpoint?: string
}

/** Makes the badge of a bundle, whose verdict is derived again first. */
export async function badgeCommand(file: string, { svg, endpoint }: BadgeFlags, io: Io): Promise<number> {
  if (svg !== undefined) await assertBesideInputs('--svg', svg, [file])
  if (endpoint !== undefined) await assertBesideInputs('--endpoint', endpoint, [file])
  const bundle = await readBundle(file)
  const found = await verifyBundle(bundle, bundlesFolder(io.env))
  const { status } = found
  if (status === 'differs' || status === 'not_derivable')
    throw new UsageError(
      `there is no badge for ${file}: its verdict does not follow from its exchanges; "verify" says more`,
    )
  const badge = badgeOf(bundle, found)
  for (const why of amiss(bundle, found)) io.stderr.write(`the badge is not green: ${terminalSafe(why, 500)}\n`)
  if (endpoint !== undefined) await writeFileAtomic(endpoint, shieldsEndpoint(badge))
  if (svg !== undefined) await writeFileAtomic(svg, badgeSvg(badge))
  else if (endpoint === undefined) io.stdout.write(badgeSvg(badge))
  return 0
}
