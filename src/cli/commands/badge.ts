import { badgeOf, badgeSvg, shieldsEndpoint } from '../../certify/badge.ts'
import { UsageError } from '../../errors.ts'
import { verifyBundle } from '../../evidence/verify-bundle.ts'
import { writeFileAtomic } from '../../report/write.ts'
import { readBundle } from '../bundle-file.ts'
import { bundlesFolder } from '../bundles-folder.ts'
import type { Io } from '../io.ts'

export interface BadgeFlags {
  readonly svg?: string
  readonly endpoint?: string
}

/** Makes the badge of a bundle, whose verdict is derived again first. */
export async function badgeCommand(file: string, { svg, endpoint }: BadgeFlags, io: Io): Promise<number> {
  const bundle = await readBundle(file)
  const { status } = await verifyBundle(bundle, bundlesFolder(io.env))
  if (status === 'differs' || status === 'not_derivable')
    throw new UsageError(
      `there is no badge for ${file}: its verdict does not follow from its exchanges; "verify" says more`,
    )
  const badge = badgeOf(bundle.manifest)
  if (endpoint !== undefined) await writeFileAtomic(endpoint, shieldsEndpoint(badge))
  if (svg !== undefined) await writeFileAtomic(svg, badgeSvg(badge))
  else if (endpoint === undefined) io.stdout.write(badgeSvg(badge))
  return 0
}
