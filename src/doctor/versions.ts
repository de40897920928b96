import { readPath } from '../json/path.ts'
import { type AdcpVersion, adcpVersions } from '../model/adcp-version.ts'
import type { Json } from '../model/json.ts'
import { bad, type Finding, ok, warn } from './finding.ts'

const graded = Object.keys(adcpVersions)

/** Whether the AdCP versions in a capability reply are among those that are graded. Pure. */
export function examineVersions(capabilities: Json, { line, release }: AdcpVersion): Finding {
  const releases = listed(readPath(capabilities, 'adcp.supported_versions')).filter((one) => typeof one === 'string')
  if (releases.length > 0) return readReleases(releases, line, release)
  const majors = listed(readPath(capabilities, 'adcp.major_versions')).filter((one) => typeof one === 'number')
  if (majors.length === 0)
    return warn('version', 'the agent does not say which AdCP versions it speaks', 'List them in adcp.major_versions.')
  if (majors.includes(3)) return ok('version', `the agent speaks AdCP 3; a run grades by ${release}`)
  return unknown(`AdCP ${majors.slice(0, shown).join(', ')}`)
}

const shown = 10

function readReleases(releases: readonly string[], line: string, release: string): Finding {
  const lines = releases.map((one) => one.split('-')[0] ?? '')
  const words = `AdCP ${releases.slice(0, shown).join(', ')}`
  if (lines.includes(line)) return ok('version', `the agent speaks ${words}; a run grades by ${release}`)
  const other = graded.find((one) => lines.includes(one))
  if (other === undefined) return unknown(words)
  return bad(
    'version',
    `the agent speaks ${words}, and a run would grade by ${release}`,
    `Use --adcp-version ${other}.`,
  )
}

function unknown(words: string): Finding {
  return bad(
    'version',
    `the agent speaks ${words} only; this release grades ${graded.join(' and ')}`,
    'Look for a newer release of adcp-gov-comply, or let the agent speak one of those too.',
  )
}

function listed(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : []
}
