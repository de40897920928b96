import { UsageError } from '../errors.ts'
import { chooseRelease, openSchemaSet, openShelf } from '../load/index.ts'
import { adcpVersions } from '../model/adcp-version.ts'
import type { SchemaSet } from '../model/schema-set.ts'
import type { RunOptions } from '../run/options.ts'
import type { CapabilitySetting } from './capabilities.ts'
import type { ExpectedTools } from './claims.ts'

export interface Equipment extends CapabilitySetting {
  readonly expected: readonly ExpectedTools[]
}

/**
 * What an examination by an AdCP version needs from disk.
 * @throws UsageError when the schemas of that version are not at hand
 */
export async function equipmentFor({
  adcpVersion,
  bundles,
  release,
}: Pick<RunOptions, 'adcpVersion' | 'bundles' | 'release'>): Promise<Equipment> {
  const adcp = chooseRelease(adcpVersions[adcpVersion], bundles, release)
  const others = Object.values(adcpVersions).filter(({ line }) => line !== adcp.line)
  return {
    adcp,
    schemas: openSchemaSet(adcp.release, bundles),
    others: others.flatMap((other) => schemasAtHand(chooseRelease(other, bundles).release, bundles)),
    expected: await expectedTools(adcp.release, bundles),
  }
}

function schemasAtHand(release: string, bundles: string | undefined): readonly SchemaSet[] {
  try {
    return [openSchemaSet(release, bundles)]
  } catch (error) {
    if (error instanceof UsageError) return []
    throw error
  }
}

/** By the first storyboard of each family, which stands for all of it: the others are its scenarios. */
async function expectedTools(release: string, bundles: string | undefined): Promise<readonly ExpectedTools[]> {
  const suite = await (await openShelf(release, bundles)).official()
  return (suite?.boards ?? []).flatMap(({ source: { file, value }, family }) =>
    /[\\/]index\.yaml$/.test(file) && value.required_tools ? [{ family, tools: value.required_tools }] : [],
  )
}
