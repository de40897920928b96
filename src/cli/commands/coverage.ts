import { type CoverageRow, type CoverageStatus, coverage } from '../../coverage/coverage.ts'
import { type CoverageCounts, coverageCounts } from '../../coverage/coverage-counts.ts'
import { UsageError } from '../../errors.ts'
import { didYouMean } from '../../load/index.ts'
import type { Profile, Requirement } from '../../model/requirement.ts'
import { faults } from '../../reference/faults/index.ts'
import { sellerFaults } from '../../reference/seller-faults/index.ts'
import { type Catalogue, loadCatalogue } from '../catalogue.ts'
import type { Io } from '../io.ts'
import { table } from '../table.ts'
import { writeJson } from '../write-json.ts'

export interface CoverageFlags {
  readonly adcpVersion?: string
  readonly role?: Requirement['role']
  readonly profile?: string
  readonly json?: string
}

/** Prints for each requirement in force what grades it and what proves that; always 0, as it judges nobody. */
export async function coverageCommand(flags: CoverageFlags, io: Io): Promise<number> {
  const catalogue = await loadCatalogue()
  const profile = profileNamed(flags.profile, catalogue)
  const version = versionOf(flags.adcpVersion ?? profile?.adcp_version ?? '3.0', catalogue)
  const role = flags.role ?? profile?.role ?? 'governance_agent'
  const sources = {
    ...catalogue,
    storyboards: catalogue.storyboards.map(({ value }) => value),
    faults: [...faults, ...sellerFaults],
  }
  const rows = coverage(sources, { version, role, ...(profile ? { profile } : {}) })
  const counts = coverageCounts(rows)
  const asked = { adcp_version: version, role, ...(profile ? { profile: profile.id } : {}) }
  if (flags.json !== undefined) await writeJson(flags.json, { ...asked, counts, requirements: rows }, io)
  if (flags.json !== '-') io.stdout.write(`${table(rows.map(cells))}\n${totals(counts)}\n`)
  return 0
}

/** @throws UsageError for one in which nothing is in force */
function versionOf(version: string, { requirements }: Catalogue): string {
  const known = [...new Set(requirements.flatMap(({ versions }) => versions))].sort()
  if (known.includes(version)) return version
  throw new UsageError(`no requirement is in force in AdCP "${version}"; the versions are ${known.join(', ')}`)
}

/** @throws UsageError with the nearest names */
function profileNamed(id: string | undefined, { profiles }: Catalogue): Profile | undefined {
  if (id === undefined) return undefined
  const found = profiles.find(({ value }) => value.id === id)
  if (found) return found.value
  const ids = profiles.map(({ value }) => value.id)
  throw new UsageError(`no profile "${id}"; the profiles are ${ids.join(', ')}${didYouMean(id, ids)}`)
}

const words: Readonly<Record<CoverageStatus, string>> = {
  proven: 'proven',
  graded_without_fault: 'graded without a fault',
  not_graded: 'not graded',
  cannot_be_seen: 'cannot be seen',
}

function cells({ id, level, observe, required, advisory, faults: proof, status, unseen }: CoverageRow): string[] {
  const how = status === 'cannot_be_seen' ? (unseen ?? 'no reason is given') : proof.join(', ')
  return [id, level, observe.join(','), words[status], steps(required, advisory), how]
}

/** The first step that grades it, and how many more do. */
function steps(required: readonly string[], advisory: readonly string[]): string {
  const [first, ...more] = [...required, ...advisory]
  if (first === undefined) return 'no step'
  const rest = more.length === 0 ? '' : ` + ${more.length}`
  return `${first}${rest}${required.length === 0 ? ' (advisory)' : ''}`
}

function totals(counts: CoverageCounts): string {
  const missing = (['graded_without_fault', 'not_graded', 'cannot_be_seen'] as const).filter((one) => counts[one] > 0)
  const line = `${counts.proven} of ${counts.observable} observable requirements proven`
  const counted = [line, ...missing.map((one) => `${counts[one]} ${words[one]}`)].join(', ')
  return `${counted}\nexplain ID shows every step that grades it; --json lists them all; self-test runs the faults`
}
