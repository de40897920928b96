import { join } from 'node:path'
import type { Io } from './io.ts'

/** Where bundles are installed: ADCP_GOV_COMPLY_BUNDLES, or the user's cache. */
export function bundlesFolder(env: Io['env']): string {
  if (env.ADCP_GOV_COMPLY_BUNDLES) return env.ADCP_GOV_COMPLY_BUNDLES
  const cache = env.XDG_CACHE_HOME || join(env.HOME ?? env.USERPROFILE ?? '.', '.cache')
  return join(cache, 'adcp-gov-comply', 'bundles')
}
