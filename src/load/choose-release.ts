import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AdcpVersion } from '../model/adcp-version.ts'
import { bundledRelease } from './bundled-schemas.ts'
import { packageRoot } from './package-root.ts'

/**
 * The release that grades a version: the one that was asked for; else the one this build carries; else the newest of that line among the
 * installed bundles.
 */
export function chooseRelease(version: AdcpVersion, bundles: string | undefined, exact?: string): AdcpVersion {
  if (exact !== undefined) return { ...version, release: exact }
  if (existsSync(join(packageRoot(), 'dist', 'adcp', version.release))) return version
  const bundle = bundles === undefined ? undefined : bundledRelease(bundles, version.line)
  return bundle ? { ...version, release: bundle.release } : version
}
