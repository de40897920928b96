import { type CoverageRow, type CoverageStatus, coverage } from '../../coverage/coverage.ts'
import { type CoverageCounts, coverageCounts } from '../../coverage/coverage-counts.ts'
import { UsageError } from '../../errors.ts'
import { didYouMean } from '../../load/index.ts'
import type { Profile, Requirement } from '../../model/requirement.ts'
import { faults } from '../../reference/faults/index.ts'
import { counted } from '../../report/counted.ts'
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
  const version = flags.adcpVersion ?? profile?.adcp_version ?? '3.0'
  const role = flags.role ?? profile?.role ?? 'governance_agent'
  const sources = { ...catalogue, storyboards: catalogue.storyboards.map(({ value }) => value), faults }
  const rows = coverage(sources, { version, role, ...(profile ? { profile } : {}) })
  const counts = coverageCounts(rows)
  const asked = { adcp_version: version, role, ...(profile ? { profile: profile.id } : {}) }
  if (flags.json !== undefined) await writeJson(flags.json, { ...asked, counts, requirements: rows }, io)
  if (flags.json !== '-') io.stdout.write(`${table(rows.map(cells))}\n${totals(counts)}\n`)
  return 0
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
  const steps = counted(required.length, 'step') + (advisory.length > 0 ? ` + ${advisory.length} advisory` : '')
  return [id, level, observe.join(','), words[status], steps, unseen ?? proof.join(', ')]
}

function totals(counts: CoverageCounts): string {
  const missing = (['graded_without_fault', 'not_graded', 'cannot_be_seen'] as const).filter((one) => counts[one] > 0)
  const line = `${counts.proven} of ${counts.observable} observable requirements proven`
  return [line, ...missing.map((one) => `${counts[one]} ${words[one]}`)].join(', ')
}
