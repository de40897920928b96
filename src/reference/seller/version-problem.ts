import type { AdcpVersion } from '../../model/adcp-version.ts'
import type { JsonObject } from '../../model/json.ts'
import { majorVersion } from './capabilities.ts'
import { SellerRefusal } from './refusal.ts'

/**
 * The error for a request of another major version; undefined when the seller speaks that of the request. A minor one
 * is no obstacle: the reply says at which it was served. At 3.0 `adcp_version` means nothing.
 */
export function versionProblem(args: JsonObject, { line }: AdcpVersion): SellerRefusal | undefined {
  const { adcp_major_version: major, adcp_version: release } = args
  if (major !== undefined && major !== majorVersion) return unsupported('adcp_major_version')
  const isOther = line !== '3.0' && typeof release === 'string' && release.split('.')[0] !== String(majorVersion)
  return isOther ? unsupported('adcp_version') : undefined
}

function unsupported(field: string): SellerRefusal {
  return new SellerRefusal('VERSION_UNSUPPORTED', `This seller speaks AdCP ${majorVersion}.`, { field })
}
